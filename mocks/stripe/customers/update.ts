import { behaviour, type Customer, type Metadata } from '../api.js'
import { changeMode } from '../cash-balance/reconcile.js'
import { missing } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { optional } from '../unset.js'
import type { StripeWorld } from '../world.js'
import { addressOf } from './address.js'
import { currencyOfBalance } from './currency.js'
import { checkDefaultMethod } from './default-payment-method.js'
import { checkEmail } from './email.js'
import { checkInvoicePrefix } from './invoice-prefix.js'
import { shippingOf } from './shipping.js'
import { changeDefault } from './sources/default.js'

/**
 * Updates what is given; an empty string unsets. A `source` takes the place of the default one.
 * @throws resource_missing (404, 400), email_invalid, those of `checkInvoicePrefix` (400)  @refuses card_declined and its kin (402)  @emits customer.updated, those of `changeDefault`
 * @source https://docs.stripe.com/api/customers/update (read 2026-11-24)
 */
export const updateCustomer = behaviour('POST /v1/customers/{customer}', ({ params, body = {}, call }, world) => {
  const customer = customerOf(params.customer, world)
  checkEmail(body.email)
  checkInvoicePrefix(body.invoice_prefix, world, customer.id)
  const { invoice_settings: invoice } = body
  const settings: Customer['invoice_settings'] = {
    ...customer.invoice_settings,
    ...(invoice?.custom_fields !== undefined && { custom_fields: invoice.custom_fields || null }),
    ...(invoice?.footer !== undefined && { footer: invoice.footer || null }),
    ...(invoice?.default_payment_method !== undefined && {
      default_payment_method: checkDefaultMethod(invoice.default_payment_method, customer.id, world) ?? null,
    }),
  }
  const updated = world.customers.update(customer.id, {
    ...changeDefault(world, customer, body, call),
    address: addressOf(body.address, customer.address),
    balance: body.balance ?? customer.balance,
    currency: customer.currency ?? currencyOfBalance(body.balance, world),
    description: optional(body.description, customer.description),
    email: optional(body.email, customer.email),
    invoice_settings: settings,
    metadata: mergeMetadata(customer.metadata as Metadata, body.metadata),
    name: optional(body.name, customer.name ?? null),
    phone: optional(body.phone, customer.phone ?? null),
    preferred_locales: body.preferred_locales ?? customer.preferred_locales ?? [],
    shipping: shippingOf(body.shipping, customer.shipping),
    tax_exempt: body.tax_exempt || (customer.tax_exempt ?? 'none'),
    ...(body.invoice_prefix !== undefined && { invoice_prefix: body.invoice_prefix }),
    ...(body.next_invoice_sequence !== undefined && { next_invoice_sequence: body.next_invoice_sequence }),
  })
  world.emit('customer.updated', updated, customer)
  changeMode(world, updated.id, body.cash_balance?.settings?.reconciliation_mode)
  return updated
})

/** A customer that is there; one that was deleted is as good as missing. @throws resource_missing (404) */
function customerOf(id: string, world: StripeWorld): Customer {
  const customer = world.customers.find(id)
  if (!customer) throw missing('customer', id, 'customer', true)
  return customer
}
