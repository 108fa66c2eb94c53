import { SandboxError } from '../errors.js'
import { type Fault, faultSchema } from './schema.js'

/** A fault out of anything. @throws SANDBOX_BAD_INPUT that names each place that is wrong */
export function parseFault(value: unknown): Fault {
  const { success, data, error } = faultSchema.safeParse(value)
  if (success) return data
  const said = error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')
  throw new SandboxError('SANDBOX_BAD_INPUT', `The fault is not as it should be: ${said}.`, 'See docs/faults.md.')
}
