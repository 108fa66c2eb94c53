import type { Schemas } from '../api.js'

type Address = Schemas['address']

const EMPTY: Address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }

/** An address as an account shows it: all parts, those not given as null. */
export function mergeAddress(current: Address | undefined, given: object): Address {
  return { ...EMPTY, ...current, ...given }
}
