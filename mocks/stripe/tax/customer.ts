import type { TaxCalculation } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

type Details = TaxCalculation['customer_details']
type Address = NonNullable<Details['address']>
type AddressInput = { readonly [K in keyof Address]?: Address[K] | undefined }

interface CustomerInput {
  readonly customer?: string
  readonly customer_details?: {
    readonly address?: AddressInput
    readonly address_source?: 'billing' | 'shipping'
    readonly ip_address?: string
    readonly tax_ids?: Details['tax_ids']
    readonly taxability_override?: Details['taxability_override']
  }
}

/** The customer of a sale, given or kept. @throws resource_missing, parameter_missing, customer_tax_location_invalid (400), an IP address alone (501) */
export function customerFor(world: StripeWorld, { customer: id, customer_details: given }: CustomerInput): Details {
  const kept = id === undefined ? undefined : keptAddress(world, id)
  if (!kept && !given) {
    throw invalidRequest('Missing required param: customer_details.', {
      code: 'parameter_missing',
      param: 'customer_details',
    })
  }
  const address = given?.address ? filledAddress(given.address) : kept?.address
  if (!address?.country) {
    throw invalidRequest("We could not determine the customer's tax location based on the provided address.", {
      code: 'customer_tax_location_invalid',
      param: given ? 'customer_details[address]' : 'customer',
    })
  }
  return {
    address,
    address_source: given?.address_source ?? kept?.source ?? null,
    ip_address: given?.ip_address ?? null,
    tax_ids: given?.tax_ids ?? [],
    taxability_override: given?.taxability_override ?? 'none',
  }
}

function keptAddress(world: StripeWorld, id: string) {
  const { address, shipping } = world.customers.named(id, 'customer')
  const source = shipping?.address ? ('shipping' as const) : ('billing' as const)
  const at = shipping?.address ?? address
  return { address: at ? filledAddress(at) : undefined, source }
}

export function filledAddress(given: AddressInput): Address {
  const { city, country, line1, line2, postal_code, state } = given
  return {
    city: city || null,
    country: country || null,
    line1: line1 || null,
    line2: line2 || null,
    postal_code: postal_code || null,
    state: state || null,
  }
}
