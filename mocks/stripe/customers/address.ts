import type { Customer } from '../api.js'

type Address = Customer['address']

/** What an `address` parameter makes of the field: all parts are shown, those not given as null. */
export function addressOf(input: object | '' | undefined, current: Address | undefined): NonNullable<Address> | null {
  if (input === undefined) return current ?? null
  if (input === '') return null
  const empty = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
  return { ...empty, ...input }
}
