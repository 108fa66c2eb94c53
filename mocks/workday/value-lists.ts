import { createHash } from 'node:crypto'

/** What the WIDs of such values begin with, so that they are told from those that a tenant makes. */
export const VALUE_WID = 'bc33'

/** The WID of a value that every tenant has, such as a country: the same each time, and in every world. */
export function valueWid(idType: string, value: string): string {
  const drawn = createHash('md5').update(`${idType}=${value}`).digest('hex')
  return VALUE_WID + drawn.slice(VALUE_WID.length)
}
