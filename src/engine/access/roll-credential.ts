import { SandboxError } from '../errors.js'
import { observeCommand } from '../observe/observe-command.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'

/** The variables of a vendor's credentials that can be rolled. */
export function rollableOf(world: World, runtime: VendorRuntime): readonly string[] {
  return runtime.definition.credentials.rolls?.(world.view(runtime, '')) ?? []
}

/**
 * Gives a credential a new value; the old one holds for `overlap` milliseconds on the world's clock.
 * @throws SANDBOX_BAD_INPUT where the vendor cannot roll it
 */
export function rollCredential(world: World, runtime: VendorRuntime, credential: string, overlap: number): void {
  const known = rollableOf(world, runtime)
  if (!known.includes(credential)) {
    const remedy = known.length > 0 ? `Those that can: ${known.join(', ')}.` : `${runtime.name} has none that can.`
    throw new SandboxError('SANDBOX_BAD_INPUT', `'${credential}' cannot be rolled.`, remedy)
  }
  const view = world.view<unknown>(runtime, '')
  const { credentials } = runtime.definition
  const old = credentials.list(view).find(({ variable }) => variable === credential)?.value
  world.transact('roll', undefined, () => void credentials.roll?.(credential, overlap, view))
  if (old !== undefined) world.access.of(runtime.name).rolled(old)
  observeCommand(world, 'roll', { vendor: runtime.name, credential, overlap })
}
