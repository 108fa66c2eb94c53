import type { CheckoutSession, Customer, LineItem } from '../api.js'
import { checkEmail } from '../customers/email.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkAmount, checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { newCustomFields, type SessionInput, type SessionParts } from './checkout-session.js'
import { LATEST } from './checks.js'
import { discountOf } from './discount.js'
import { shippingCost, shippingOptions } from './shipping.js'
import { discounted, totalsOf } from './totals.js'

export interface SessionOrigin {
  /** Scheme and authority of the pages. */
  readonly origin: string
  readonly items: readonly LineItem[]
  readonly paymentLink?: string
  readonly recoveredFrom?: string
  readonly confirmation?: string | null
}

/**
 * Opens a session for what was asked, as parameters or by a payment link. Amounts in minor units.
 * @throws resource_missing, amount_too_small, a discount that cannot be redeemed (400)
 */
export function insertSession(world: StripeWorld, input: SessionInput, from: SessionOrigin): CheckoutSession {
  const customer = input.customer === undefined ? undefined : world.customers.named(input.customer, 'customer')
  checkEmail(input.customer_email)
  const setup = input.mode === 'setup'
  const currency = setup
    ? input.currency === undefined
      ? null
      : checkCurrency(input.currency)
    : (from.items[0]?.currency ?? null)
  const [asked] = input.discounts ?? []
  const discount = asked && discountOf(world, asked, { items: from.items, customer: customer?.id ?? null })
  const items = discounted(world, from.items, discount?.coupon)
  const shipping = shippingOptions(world, input.shipping_options, currency ?? '')
  const cost = shippingCost(shipping)
  const totals = setup ? undefined : totalsOf(items, cost?.amount_total ?? null)
  if (totals && currency !== null && totals.amount_total > 0) checkTotal(totals.amount_total, currency)
  const id = world.id('cs_test', 58)
  const session = world.checkoutSessions.insert({
    ...asGiven(input),
    ...ends(input, id, from, world),
    ...(totals ?? { amount_subtotal: null, amount_total: null, total_details: null }),
    id,
    currency,
    customer: customer?.id ?? null,
    customer_details: detailsBefore(input, customer),
    discounts: discount
      ? [
          {
            coupon: discount.promotionCode ? null : discount.coupon.id,
            promotion_code: discount.promotionCode?.id ?? null,
          },
        ]
      : [],
    mode: input.mode ?? 'payment',
    payment_link: from.paymentLink ?? null,
    payment_status: setup ? 'no_payment_required' : 'unpaid',
    recovered_from: from.recoveredFrom ?? null,
    shipping_cost: cost,
    shipping_options: shipping,
  } as CheckoutSession)
  world.sessionParts.insert(sessionParts(world, id, input, from, items))
  world.port.claim(id)
  world.port.schedule('expire checkout session', session.expires_at * 1000, { session: id })
  return session
}

function sessionParts(
  world: StripeWorld,
  id: string,
  input: SessionInput,
  { confirmation, origin }: SessionOrigin,
  items: readonly LineItem[],
): SessionParts {
  return {
    id,
    items,
    formToken: world.port.random.base62(32),
    origin,
    intentData: input.payment_intent_data ?? {},
    setupData: input.setup_intent_data ?? {},
    customerUpdate: input.customer_update ?? {},
    ...(confirmation !== undefined && { confirmation }),
  }
}

/** What can be charged with less is refused here too. @source the sentence as quoted in programs of 2021 to 2026 */
function checkTotal(total: number, currency: string): void {
  try {
    checkAmount(total, currency)
  } catch (error) {
    const told = error instanceof Error ? error.message : ''
    const code = told.includes('no more than') ? 'amount_too_large' : 'amount_too_small'
    const bound = told.replace(/^Amount must be/, '').trim()
    throw invalidRequest(`The Checkout Session's total amount due must add up to ${bound}`, { code })
  }
}

/** Where the person goes, and until when. */
function ends(input: SessionInput, id: string, { origin }: SessionOrigin, world: StripeWorld) {
  const embedded = input.ui_mode === 'embedded_page'
  return {
    cancel_url: input.cancel_url ?? null,
    client_secret: embedded ? `${id}_secret_${world.port.random.base62(25)}` : null,
    created: world.now(),
    expires_at: input.expires_at ?? world.now() + LATEST,
    ...(embedded && { redirect_on_completion: input.redirect_on_completion ?? ('always' as const) }),
    ...(input.return_url !== undefined && { return_url: input.return_url }),
    status: 'open' as const,
    success_url: input.success_url ?? null,
    ui_mode: input.ui_mode ?? ('hosted_page' as const),
    url: embedded ? null : `${origin}/c/pay/${id}`,
  }
}

/** What the session repeats of its parameters, or has as null. */
function asGiven(input: SessionInput) {
  const setup = input.mode === 'setup'
  const recovery = input.after_expiration?.recovery
  return {
    object: 'checkout.session' as const,
    adaptive_pricing: setup ? null : { enabled: false },
    after_expiration: recovery
      ? {
          recovery: {
            allow_promotion_codes: recovery.allow_promotion_codes ?? false,
            enabled: recovery.enabled,
            expires_at: null,
            url: null,
          },
        }
      : null,
    allow_promotion_codes: input.allow_promotion_codes ?? null,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: input.billing_address_collection ?? null,
    client_reference_id: input.client_reference_id ?? null,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    consent: null,
    consent_collection: input.consent_collection
      ? { payment_method_reuse_agreement: null, promotions: null, terms_of_service: null, ...input.consent_collection }
      : null,
    currency_conversion: null,
    custom_fields: newCustomFields(input.custom_fields),
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
      ...filled(input.custom_text),
    },
    customer_account: null,
    customer_creation: setup || input.customer !== undefined ? null : (input.customer_creation ?? 'if_required'),
    customer_email: input.customer_email ?? null,
    integration_identifier: input.integration_identifier ?? null,
    invoice: null,
    invoice_creation: setup ? null : { enabled: false, invoice_data: NO_INVOICE },
    livemode: false,
    locale: input.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, input.metadata),
    origin_context: input.origin_context ?? null,
    payment_intent: null,
    payment_method_collection: setup ? 'always' : (input.payment_method_collection ?? 'if_required'),
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic', ...input.payment_method_options?.card } },
    payment_method_types: ['card'],
    permissions: null,
    phone_number_collection: { enabled: input.phone_number_collection?.enabled ?? false },
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: input.shipping_address_collection ?? null,
    submit_type: input.submit_type ?? null,
    subscription: null,
    wallet_options: null,
  }
}

const NO_INVOICE = {
  account_tax_ids: null,
  custom_fields: null,
  description: null,
  footer: null,
  issuer: null,
  metadata: {},
  rendering_options: null,
}

function filled<T extends object>(given: T | undefined): Partial<T> {
  const entries = Object.entries(given ?? {}).map(([name, value]) => [name, value === '' ? null : value])
  return Object.fromEntries(entries) as Partial<T>
}

function detailsBefore({ customer_email: email }: SessionInput, customer: Customer | undefined) {
  if (email === undefined && !customer) return null
  return {
    address: customer?.address ?? null,
    business_name: null,
    email: email ?? customer?.email ?? null,
    individual_name: null,
    name: customer?.name ?? null,
    phone: customer?.phone ?? null,
    tax_exempt: 'none' as const,
    tax_ids: null,
  }
}
