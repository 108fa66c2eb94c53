import type { Field, SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import { partNames } from './distance.js'
import type { Environment } from './environment.js'

const ADDRESS_PARTS = ['City', 'Country', 'GeocodeAccuracy', 'Latitude', 'Longitude', 'PostalCode', 'State', 'Street']

/** How a field of this object is read for an answer: compound fields from their parts, files as a path to them. */
export function valueReader(object: SObject, field: Field, environment: Environment): (row: RecordRow) => unknown {
  const { name } = field
  if (field.type === 'address') return (row) => addressOf(row, name.replace(/Address$/, ''))
  if (field.type === 'location') return (row) => locationOf(row, field)
  if (field.type === 'base64')
    return (row) => `/services/data/v${environment.version}/sobjects/${object.name}/${row.Id}/${name}`
  if (field.type === 'boolean') return (row) => row[name] ?? false
  return (row) => row[name] ?? null
}

/** Null where every part is. */
function addressOf(row: RecordRow, stem: string): unknown {
  const parts = ADDRESS_PARTS.map((part) => [part[0]?.toLowerCase() + part.slice(1), row[stem + part] ?? null] as const)
  return parts.every(([, value]) => value === null) ? null : Object.fromEntries(parts)
}

function locationOf(row: RecordRow, field: Field): unknown {
  const names = partNames(field)
  const latitude = row[names.latitude] ?? null
  const longitude = row[names.longitude] ?? null
  return latitude === null && longitude === null ? null : { latitude, longitude }
}
