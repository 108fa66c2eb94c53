import { createHash } from 'node:crypto'

/** The WID of a value that every tenant has, such as a country: the same each time, and in every world. */
export function valueWid(idType: string, value: string): string {
  return createHash('md5').update(`${idType}=${value}`).digest('hex')
}
