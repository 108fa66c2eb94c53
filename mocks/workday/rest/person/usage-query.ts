import { type Fields, flagIn, textIn } from '../body.js'
import { USAGE_TYPES, type Used } from './piece.js'

/** Where the person service is. */
export const PERSON = '/ccx/api/person/v4/{tenant}'

/** What a query narrows pieces of contact information to. Nothing here is used for anything special. @source facts A7 */
export function fitsUsage(query: Fields, piece: Used): boolean {
  const type = textIn(query, 'usageType')
  return (
    (flagIn(query, 'primaryOnly') !== true || piece.primary) &&
    (flagIn(query, 'publicOnly') !== true || piece.public) &&
    textIn(query, 'usedFor') === undefined &&
    (type === undefined || USAGE_TYPES.valueOf(type) === piece.usage)
  )
}
