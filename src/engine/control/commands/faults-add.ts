import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { nearest } from '../../nearest.js'
import { observeCommand } from '../../observe/observe-command.js'
import type { Sandbox } from '../../sandbox.js'
import { command } from '../command.js'

const when = z.enum(['before', 'after'])
const body = z.strictObject({
  vendor: z.string().optional(),
  /** `POST /v1/charges`. */
  operation: z.string().optional(),
  times: z.number().int().min(1).optional(),
  effect: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('delay'), milliseconds: z.number().int().min(0).max(600_000) }),
    z.strictObject({
      kind: z.literal('status'),
      status: z.number().int().min(400).max(599),
      retryAfter: z.number().min(0).optional(),
    }),
    z.strictObject({ kind: z.literal('reset'), when }),
    z.strictObject({ kind: z.literal('hang'), when }),
  ]),
})

/** Makes something go wrong in a world from now on. */
export const addFault = command({
  body,
  run: ({ control, world, body: fault }) => {
    check(control.sandbox, fault.vendor, fault.operation)
    // JSON has no undefined, so what is there was given.
    const plain = JSON.parse(JSON.stringify(fault))
    const added = control.sandbox.faults.add({ ...plain, world: world.name })
    observeCommand(world, 'faults add', { fault: plain })
    return added
  },
})

function check(sandbox: Sandbox, vendor: string | undefined, operation: string | undefined): void {
  const runtimes = sandbox.vendors.filter(({ name }) => vendor === undefined || name === vendor)
  if (runtimes.length === 0) {
    const remedy = `There are: ${sandbox.vendors.map(({ name }) => name).join(', ')}.`
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no vendor '${vendor}' here.`, remedy)
  }
  if (operation === undefined) return
  const keys = runtimes.flatMap(({ description }) => description.operations.map(({ key }) => key))
  if (keys.includes(operation)) return
  const meant = nearest(operation, keys)
  const remedy = meant ? `Did you mean '${meant}'?` : 'See `standin coverage --list`.'
  throw new SandboxError('SANDBOX_NOT_FOUND', `No operation is called '${operation}'.`, remedy)
}
