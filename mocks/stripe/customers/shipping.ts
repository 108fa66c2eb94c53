import type { Customer } from '../api.js'

type Shipping = Customer['shipping']

interface ShippingInput {
  readonly address: object
  readonly name: string
  readonly phone?: string
}

/** What a `shipping` parameter makes of the field: absent leaves it, an empty string unsets it. */
export function shippingOf(input: ShippingInput | '' | undefined, current: Shipping): Shipping {
  if (input === undefined) return current
  if (input === '') return null
  const empty = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
  return { address: { ...empty, ...input.address }, name: input.name, phone: input.phone ?? null } as Shipping
}
