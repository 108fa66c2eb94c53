import { SandboxError } from '../errors.js'
import type { Sandbox } from '../sandbox.js'
import type { VendorRuntime } from '../vendor-runtime.js'

/** Those that a command is about: one by its name, or all. @throws SANDBOX_NOT_FOUND */
export function vendorsNamed(sandbox: Sandbox, name: string | undefined): readonly VendorRuntime[] {
  if (name === undefined) return sandbox.vendors
  const runtime = sandbox.runtime(name)
  if (runtime) return [runtime]
  const remedy = `There are: ${sandbox.vendors.map((each) => each.name).join(', ')}.`
  throw new SandboxError('SANDBOX_NOT_FOUND', `There is no vendor '${name}' here.`, remedy)
}
