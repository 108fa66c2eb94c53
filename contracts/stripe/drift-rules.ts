import type { Description, Schema } from '../document.js'
import type { DriftRules } from '../drift-rules.js'
import { moves } from './moves.js'
import { addEvents } from './openapi-events.js'

export const stripeDriftRules: DriftRules = {
  requestVersion: (headers) => headers['stripe-version'],
  messageVersion: (content) => textAt(content, 'api_version'),
  eventType: (content) => textAt(content, 'type'),
  messageSchema,
  moves,
  completeOpenApi: addEvents,
  readPackage: async (folder) => {
    const { readStripePackage } = await import('./index.js')
    return readStripePackage(folder)
  },
}

/** The envelope of a snapshot event with its object in it, or that of a thin event with its data. */
function messageSchema(description: Description, type: string): Schema | undefined {
  const object = description['x-events']?.[type]
  if (object) return envelope(description, 'event', { data: snapshotData(object) }, ['data'])
  const thin = description['x-thin-events']?.[type]
  if (!thin) return undefined
  const related: Schema = { type: ['object', 'null'], additionalProperties: true }
  return envelope(description, 'v2.core.event', { ...(thin.data && { data: thin.data }), related_object: related }, [])
}

function snapshotData(object: Schema): Schema {
  const previous: Schema = { type: 'object', additionalProperties: true }
  return { type: 'object', properties: { object, previous_attributes: previous }, required: ['object'] }
}

function envelope(description: Description, name: string, own: Record<string, Schema>, required: string[]): Schema {
  const known = description.components.schemas[name]
  if (!known) return { type: 'object', additionalProperties: true, properties: own }
  const all = [...new Set([...(known.required ?? []), ...required])].sort()
  return { ...known, properties: { ...known.properties, ...own }, required: all }
}

function textAt(value: unknown, key: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return typeof found === 'string' ? found : undefined
}
