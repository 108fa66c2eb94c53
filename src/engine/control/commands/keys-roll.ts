import { z } from 'zod'
import { keysOf } from '../../access/keys.js'
import { rollableOf, rollCredential } from '../../access/roll-credential.js'
import { SandboxError } from '../../errors.js'
import { addDuration, parseDuration } from '../../time/duration.js'
import type { VendorRuntime } from '../../vendor-runtime.js'
import type { World } from '../../world/world.js'
import { command } from '../command.js'
import { vendorsNamed } from '../vendors.js'

const body = z.strictObject({
  vendor: z.string().optional(),
  /** How long the old one holds beside the new one: `24h`. Default: not at all. */
  overlap: z.string().optional(),
})

/** Gives a key a new value, and answers it whole; the old one is told masked, with until when it holds. */
export const rollKey = command({
  body,
  run: ({ control, world, params, body: { vendor, overlap } }) => {
    const variable = params.variable ?? ''
    const runtime = ownerOf(world, vendorsNamed(control.sandbox, vendor), variable)
    const milliseconds = overlap === undefined ? 0 : addDuration(0, parseDuration(overlap))
    rollCredential(world, runtime, variable, milliseconds)
    const [current, old] = keysOf(world, runtime).filter((key) => key.variable === variable)
    const fresh = runtime.definition.credentials
      .list(world.view(runtime, ''))
      .find((credential) => credential.variable === variable)
    const until = old?.until ?? null
    return {
      vendor: runtime.name,
      variable,
      label: current?.label ?? '',
      value: fresh?.value ?? '',
      masked: current?.value ?? '',
      old: { masked: old?.value ?? null, until, requests: old?.requests ?? null },
      // A second is as exact as some vendors are.
      shortened: until !== null && Date.parse(until) + 1000 <= world.clock.now() + milliseconds,
    }
  },
})

/** The vendor that can roll it. @throws SANDBOX_BAD_INPUT that names those that can be rolled */
function ownerOf(world: World, runtimes: readonly VendorRuntime[], variable: string): VendorRuntime {
  const found = runtimes.find((runtime) => rollableOf(world, runtime).includes(variable))
  if (found) return found
  const endpoint = runtimes.some((runtime) =>
    runtime.definition.events?.endpoints?.(world.view(runtime, '')).some(({ id }) => id === variable),
  )
  const known = runtimes.flatMap((runtime) => rollableOf(world, runtime)).join(', ') || 'none'
  const remedy =
    endpoint || /WEBHOOK_SECRET/.test(variable)
      ? 'The secret of an endpoint is rolled with `standin webhooks roll`.'
      : `Those that can: ${known}.`
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${variable}' cannot be rolled.`, remedy)
}
