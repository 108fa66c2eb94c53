import type { PaymentRecord } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

type MethodDetails = NonNullable<PaymentRecord['payment_method_details']>
type Address = NonNullable<NonNullable<PaymentRecord['shipping_details']>['address']>
type Given<T> = { readonly [K in keyof T]?: T[K] | undefined }

export interface MethodInput {
  readonly billing_details?: { address?: Given<Address>; email?: string; name?: string; phone?: string }
  readonly custom?: { readonly display_name?: string; readonly type?: string }
  readonly payment_method?: string
  readonly type?: string
}

/** @throws parameter_missing, resource_missing (400) @unverified that one of both must be given */
export function methodDetails(world: StripeWorld, input: MethodInput): MethodDetails {
  const { billing_details: billing, custom, payment_method: id, type = 'custom' } = input
  if (custom === undefined && id === undefined) {
    throw invalidRequest('Missing required param: payment_method_details[custom].', {
      code: 'parameter_missing',
      param: 'payment_method_details[custom]',
    })
  }
  if (id !== undefined) world.paymentMethods.named(id, 'payment_method_details[payment_method]')
  return {
    billing_details: billing
      ? {
          address: addressOf(billing.address),
          email: billing.email ?? null,
          name: billing.name ?? null,
          phone: billing.phone ?? null,
        }
      : null,
    ...(custom && { custom: { display_name: custom.display_name ?? '', type: custom.type ?? null } }),
    payment_method: id ?? null,
    type,
  }
}

function addressOf(given: Given<Address> = {}): Address {
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given
  return { city, country, line1, line2, postal_code, state }
}

interface ShippingInput {
  readonly address?: Given<Address>
  readonly name?: string
  readonly phone?: string
}

export function shippingDetails(given: ShippingInput | '' | undefined): PaymentRecord['shipping_details'] {
  if (!given) return null
  return { address: addressOf(given.address), name: given.name ?? null, phone: given.phone ?? null }
}

interface CustomerInput {
  readonly customer?: string
  readonly email?: string
  readonly name?: string
  readonly phone?: string
}

/** @throws resource_missing (400) */
export function customerDetails(
  world: StripeWorld,
  given: CustomerInput | undefined,
): PaymentRecord['customer_details'] {
  if (!given) return null
  const { customer = null, email = null, name = null, phone = null } = given
  if (customer !== null) world.customers.named(customer, 'customer_details[customer]')
  return { customer, email, name, phone }
}
