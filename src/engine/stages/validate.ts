import type { Call } from '../call.js'
import { coerce } from '../description/coerce.js'
import type { Issue } from '../description/issue.js'
import type { Operation } from '../description/operation.js'

/** Stage 10: strings become what the description says they are, and what it does not allow is told in the vendor's words. */
export function validate(call: Call): void {
  const { operation } = call
  if (!operation || call.behaviour?.page) return
  const issues = [...validateQuery(call, operation), ...validateBody(call, operation)]
  if (issues.length === 0) return
  call.issues = issues
  throw call.vendor.definition.errors.problem({ kind: 'invalid', issues }, call)
}

function validateQuery(call: Call, operation: Operation): Issue[] {
  if (call.rawQuery === '' && !operation.needsQuery) return []
  const { description } = call.vendor
  const schema = operation.querySchema
  const { vendor } = call
  call.query = coerce(description, schema, call.query) as Record<string, unknown>
  const ignored = vendor.definition.wire.ignoresUnknownQuery
  const issues = description.validator.check(schema, call.query, 'query')
  return ignored ? issues.filter((issue) => issue.kind !== 'unknown') : issues
}

function validateBody(call: Call, operation: Operation): Issue[] {
  const described = operation.body
  if (!described) return []
  if (call.body === undefined) {
    if (!described.required && !hasRequired(call, described.schema)) return []
    call.body = {}
  }
  if (call.codec === 'bytes' || call.codec === 'text') return []
  const { description } = call.vendor
  if (call.codec === 'form' || call.codec === 'multipart') call.body = coerce(description, described.schema, call.body)
  return description.validator.check(described.schema, call.body, 'body')
}

function hasRequired(call: Call, schema: Parameters<typeof coerce>[1]): boolean {
  return (call.vendor.description.resolve(schema).required?.length ?? 0) > 0
}
