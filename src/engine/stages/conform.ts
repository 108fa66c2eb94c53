import type { Call } from '../call.js'
import { SandboxError } from '../errors.js'

/** With `--strict`, and in tests: what a behaviour gives must fit the description. References are ids here still. */
export function conform(call: Call, body: unknown): void {
  const success = call.operation?.success
  if (!success?.mediaType.includes('json')) return
  // The wire form, as the client will see it: what is undefined is absent.
  const wire = JSON.parse(JSON.stringify(body ?? null))
  const issues = call.vendor.description.validator.check(success.schema, wire, 'body', 'answer')
  if (issues.length === 0) return
  const said = issues
    .slice(0, 8)
    .map(
      ({ path, kind, expected, value }) =>
        `${path.join('.') || '(all)'}: ${kind}, expected ${JSON.stringify(expected)}, is ${JSON.stringify(value)?.slice(0, 80)}`,
    )
  throw new SandboxError(
    'SANDBOX_NOT_CONFORMANT',
    `The answer of ${call.operation?.key} does not fit its description:\n  ${said.join('\n  ')}`,
    'Mend the behaviour, or the overlay of the description.',
  )
}
