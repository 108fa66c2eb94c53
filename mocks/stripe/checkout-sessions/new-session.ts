import type { CheckoutSession, Customer, LineItem } from '../api.js'
import { checkEmail } from '../customers/email.js'
import { invalidRequest } from '../errors.js'
import { claimPage } from '../pages/page-scope.js'
import { boundCrossed, checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import type { SessionInput, SessionParts } from './checkout-session.js'
import { LATEST } from './checks.js'
import { discountOf } from './discount.js'
import { asGiven } from './given.js'
import { shownDiscount } from './reprice.js'
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
  checkEmail(input.customer_email, 'customer_email')
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
    discounts: discount ? [shownDiscount(discount)] : [],
    mode: input.mode ?? 'payment',
    payment_link: from.paymentLink ?? null,
    payment_status: setup ? 'no_payment_required' : 'unpaid',
    recovered_from: from.recoveredFrom ?? null,
    shipping_cost: cost,
    shipping_options: shipping,
  } as CheckoutSession)
  world.sessionParts.insert(sessionParts(world, id, input, from, items))
  claimPage(world, id)
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
  const crossed = boundCrossed(total, currency)
  if (!crossed) return
  const { code, bound } = crossed
  throw invalidRequest(`The Checkout Session's total amount due must add up to ${bound}`, { code })
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
