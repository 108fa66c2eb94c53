import type { CallFacts } from '../../../src/engine/kit.js'
import { behaviour, type Customer } from '../api.js'
import { changeMode } from '../cash-balance/reconcile.js'
import { mergeMetadata } from '../metadata.js'
import { attachToCustomer } from '../payment-methods/attach-to-customer.js'
import { resolvePaymentMethod } from '../payment-methods/payment-method.js'
import type { StripeWorld } from '../world.js'
import { addressOf } from './address.js'
import { currencyOfBalance } from './currency.js'
import { checkDefaultMethod } from './default-payment-method.js'
import { checkEmail } from './email.js'
import { checkInvoicePrefix } from './invoice-prefix.js'
import { shippingOf } from './shipping.js'
import { addSource, tellAdded } from './sources/add.js'

/**
 * Creates a customer; a payment method named with it is attached, and a source becomes the default.
 * @throws email_invalid, resource_missing, those of `checkInvoicePrefix` (400)  @refuses card_declined and its kin (402)
 * @emits customer.created, payment_method.attached, customer.source.created  @source https://docs.stripe.com/api/customers/create (read 2026-11-24)
 */
export const createCustomer = behaviour('POST /v1/customers', ({ body = {}, call }, world) =>
  insertCustomer(world, body, call),
)

type CustomerInput = NonNullable<Parameters<Parameters<typeof behaviour<'POST /v1/customers'>>[1]>[0]['body']>

/** The same for whoever has the parameters otherwise: sample data. @throws see `createCustomer` */
export function insertCustomer(world: StripeWorld, body: CustomerInput, call?: CallFacts): Customer {
  checkEmail(body.email)
  checkInvoicePrefix(body.invoice_prefix, world)
  const { invoice_settings: invoice = {}, source, validate = true } = body
  const customer: Customer = {
    id: world.id('cus', 14),
    object: 'customer',
    address: addressOf(body.address, null),
    balance: body.balance ?? 0,
    ...(body.business_name && { business_name: body.business_name }),
    created: world.now(),
    currency: currencyOfBalance(body.balance, world),
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: body.description ?? null,
    discount: null,
    email: body.email ?? null,
    ...(body.individual_name && { individual_name: body.individual_name }),
    invoice_prefix: body.invoice_prefix ?? world.port.random.base62(8).toUpperCase(),
    invoice_settings: {
      custom_fields: invoice.custom_fields || null,
      default_payment_method: null,
      footer: invoice.footer ?? null,
      rendering_options: null,
    },
    livemode: false,
    metadata: mergeMetadata({}, body.metadata),
    name: body.name ?? null,
    next_invoice_sequence: body.next_invoice_sequence ?? 1,
    phone: body.phone ?? null,
    preferred_locales: body.preferred_locales ?? [],
    shipping: shippingOf(body.shipping, null),
    tax_exempt: body.tax_exempt || 'none',
    test_clock: body.test_clock ?? null,
  }
  const inserted = world.customers.insert(customer)
  const added = source ? addSource(world, inserted.id, { source, validate, call }) : undefined
  const created = added ? world.customers.update(inserted.id, { default_source: added.id }) : inserted
  world.emit('customer.created', created)
  if (added) tellAdded(world, added)
  changeMode(world, created.id, body.cash_balance?.settings?.reconciliation_mode)
  const preferred = attachGiven(world, created.id, body)
  if (!preferred) return created
  return world.customers.update(created.id, {
    invoice_settings: { ...created.invoice_settings, default_payment_method: preferred },
  })
}

/** Attaches the payment method that is given. Gives the default one for invoices; `pm_card_visa` and its like are a new one each time they are named. */
function attachGiven(world: StripeWorld, customer: string, body: CustomerInput): string | undefined {
  const { payment_method: given, invoice_settings: { default_payment_method: preferred } = {} } = body
  const attached = given && attachToCustomer(resolvePaymentMethod(given, world), customer, world)
  return attached && preferred === given ? attached.id : checkDefaultMethod(preferred, customer, world)
}
