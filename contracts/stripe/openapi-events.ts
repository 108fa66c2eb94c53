import { type Description, refName, refTo, type Schema } from '../document.js'

/**
 * Adds the events to a description that was read from Stripe's OpenAPI document, which only lists their names: what each
 * carries is what it carries in the pinned description, or the resource that its name begins with.
 */
export function addEvents(description: Description, pinned: Description): void {
  const events: Record<string, Schema> = {}
  for (const type of eventNames(description)) events[type] = objectOf(type, description, pinned)
  if (Object.keys(events).length > 0) description['x-events'] = events
}

/** The events that a webhook endpoint can be told of. */
function eventNames(description: Description): string[] {
  const { content = {} } = description.paths['/v1/webhook_endpoints']?.post?.requestBody ?? {}
  const members = Object.values(content)[0]?.schema.properties?.enabled_events?.items?.enum ?? []
  return members.filter((member): member is string => typeof member === 'string' && member !== '*')
}

function objectOf(type: string, description: Description, pinned: Description): Schema {
  const known = pinned['x-events']?.[type]
  if (known && isThere(known, description)) return known
  const parts = type.split('.').slice(0, -1)
  for (let last = parts.length; last > 0; last--) {
    const name = [parts.slice(0, last).join('.'), parts[last - 1] ?? ''].find(
      (each) => each in description.components.schemas,
    )
    if (name !== undefined) return refTo(name)
  }
  return { type: 'object', additionalProperties: true }
}

/** Whether all that a schema refers to is in the description too. */
function isThere(schema: Schema, { components }: Description): boolean {
  const refs = [schema, ...(schema.anyOf ?? [])].flatMap(({ $ref }) =>
    $ref === undefined ? [] : [refName($ref) ?? ''],
  )
  return refs.length > 0 && refs.every((name) => name in components.schemas)
}
