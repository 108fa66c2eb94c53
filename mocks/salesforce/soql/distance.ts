import type { Field } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'

export interface Place {
  readonly latitude: number
  readonly longitude: number
}

const RADIUS_KM = 6371.0088
const MILES_PER_KM = 0.621371192

/** The names of a place's parts: `BillingLatitude` for BillingAddress, `Spot__Latitude__s` for Spot__c. */
export function partNames(field: Field): { latitude: string; longitude: string } {
  const stem = field.name.endsWith('__c') ? field.name.slice(0, -1) : field.name.replace(/Address$/, '')
  const end = field.name.endsWith('__c') ? '__s' : ''
  return { latitude: `${stem}Latitude${end}`, longitude: `${stem}Longitude${end}` }
}

/** Great-circle distance, or null where the row has no place. */
export function distanceOf(row: RecordRow, field: Field, from: Place, kilometres: boolean): number | null {
  const names = partNames(field)
  const latitude = row[names.latitude]
  const longitude = row[names.longitude]
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const across = radians(latitude - from.latitude) / 2
  const along = radians(longitude - from.longitude) / 2
  const a =
    Math.sin(across) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(latitude)) * Math.sin(along) ** 2
  const km = 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)))
  return kilometres ? km : km * MILES_PER_KM
}
