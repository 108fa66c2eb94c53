import type { VendorError } from '../../src/engine/kit.js'
import { invalidRequest } from './request-errors.js'

export const LONGEST_KEY = 40
export const LONGEST_VALUE = 500
/** Of what is wrong, in an error. */
const LONGEST_SHOWN = 600

/** @source as told in issues of 2025 and 2026 */
export function longValue(value: string, param: string): VendorError {
  return invalidRequest(
    `Metadata values can have up to ${LONGEST_VALUE} characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value.slice(0, LONGEST_SHOWN)}`,
    { param },
  )
}

/** @source as told in issues of 2026 */
export function longKey(key: string): VendorError {
  return invalidRequest(
    `Metadata keys can have up to ${LONGEST_KEY} characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key.slice(0, LONGEST_SHOWN)}`,
    { param: 'metadata' },
  )
}
