import type { Actor } from '../access/access.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import type { SalesforceWorld } from '../world.js'
import { blobOf } from './blobs.js'
import type { RecordRow } from './record.js'

/** `attributes` of a record: its type and where it is. `version` is that of the request's path: `v59.0`. */
export function attributesOf(object: SObject, id: string, version: string): { type: string; url: string } {
  return { type: object.name, url: `/services/data/${version}/sobjects/${object.name}/${id}` }
}

/**
 * What a field shows of a row: an address is made of its parts, a file is the place of its bytes, what is absent is null.
 * @source facts A4 (read 2026-11-23)
 */
export function shownValue(
  world: SalesforceWorld,
  object: SObject,
  field: Field,
  row: RecordRow,
  version = 'v59.0',
): unknown {
  if (field.type === 'address') return addressOf(row, field.name.replace(/Address$/, ''))
  if (field.type === 'location') return locationOf(row, field.name)
  if (field.type === 'base64') {
    const kept = blobOf(world, row.id, field.name)
    return kept ? `${attributesOf(object, row.id, version).url}/${field.name}` : null
  }
  return row[field.name] ?? (field.type === 'boolean' && !field.nillable ? false : null)
}

const PARTS = ['City', 'Country', 'GeocodeAccuracy', 'Latitude', 'Longitude', 'PostalCode', 'State', 'Street'] as const

/** Null where every part is. */
function addressOf(row: RecordRow, prefix: string): Record<string, unknown> | null {
  const entries = PARTS.map(
    (part) => [part.charAt(0).toLowerCase() + part.slice(1), row[prefix + part] ?? null] as const,
  )
  return entries.some(([, value]) => value !== null) ? Object.fromEntries(entries) : null
}

function locationOf(row: RecordRow, name: string): Record<string, unknown> | null {
  const stem = name.replace(/__c$/, '')
  const latitude = row[`${stem}__Latitude__s`] ?? null
  const longitude = row[`${stem}__Longitude__s`] ?? null
  return latitude === null && longitude === null ? null : { latitude, longitude }
}

/** The whole record, as far as this user may see it, or the fields that were asked for. */
export function renderRecord(
  world: SalesforceWorld,
  actor: Actor,
  object: SObject,
  row: RecordRow,
  version: string,
  fields: readonly Field[] = actor.access.shownFields(object),
): Record<string, unknown> {
  const out: Record<string, unknown> = { attributes: attributesOf(object, row.id, version) }
  for (const field of fields) out[field.name] = shownValue(world, object, field, row, version)
  return out
}
