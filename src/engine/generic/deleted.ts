import type { Description } from '../description/description.js'
import type { Schema } from '../description/document.js'
import type { Context, Resource } from './context.js'

/** The answer to a deletion: what is left of the resource, or where the description says so, the whole of it once more. */
export function deletedBody({ call, rules }: Context, type: string, row: Resource): unknown {
  const { description } = call.vendor
  const schema = call.operation?.success?.schema
  const remains = schema && remainsOf(description, schema)
  if (!remains) return row
  const answer = rules.deleted(type, row.id) as Record<string, unknown>
  const kept = (remains.required ?? []).filter((key) => !Object.hasOwn(answer, key) && Object.hasOwn(row, key))
  const allowed = Object.entries(answer).filter(([key]) => Object.hasOwn(remains.properties ?? {}, key))
  return { ...Object.fromEntries(allowed), ...Object.fromEntries(kept.map((key) => [key, row[key]])) }
}

/** The schema of what is left: that which has no more than an id beside what says that it is gone. */
function remainsOf(description: Description, schema: Schema): Schema | undefined {
  const resolved = description.resolve(schema)
  for (const branch of resolved.anyOf ?? resolved.oneOf ?? []) {
    const found = remainsOf(description, branch)
    if (found) return found
  }
  const { properties } = resolved
  if (!properties) return undefined
  return Object.hasOwn(properties, 'deleted') ||
    Object.keys(properties).every((key) => key === 'id' || key === 'object')
    ? resolved
    : undefined
}
