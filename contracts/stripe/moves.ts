import type { Move } from '../drift-rules.js'

const BASIL = '2025-03-31.basil'

/** What an invoice said of its one payment stands in the list of its payments. */
const invoicePayments = (what: string) =>
  `An invoice may have several payments: expand \`payments\` and read \`payments.data.*.payment.${what}\`, or list GET /v1/invoice_payments.`
const invoiceParent = (where: string) => `Read \`parent.${where}\`, which is there when \`parent.type\` fits.`

/**
 * Where Stripe put what newer versions of its API do not have any more.
 * @source https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-subscription-current-period-start-and-end,
 * .../invoice-preview-api-deprecations, .../invoice-tax-configurations (read 2026-11-24); the release notes of stripe-node 18.0.0.
 * A test looks each of them up in stripe@17.7.0 and 23.1.0.
 */
export const moves: readonly Move[] = [
  ...['current_period_start', 'current_period_end'].map((field) => ({
    of: 'subscription',
    field,
    since: BASIL,
    remedy: `Each item has its own period: read \`items.data.*.${field}\`.`,
  })),
  { of: 'invoice', field: 'payment_intent', since: BASIL, remedy: invoicePayments('payment_intent') },
  { of: 'invoice', field: 'charge', since: BASIL, remedy: invoicePayments('charge') },
  { of: 'invoice', field: 'paid', since: BASIL, remedy: 'Compare `status` with `paid`.' },
  { of: 'invoice', field: 'subscription', since: BASIL, remedy: invoiceParent('subscription_details.subscription') },
  { of: 'invoice', field: 'subscription_details', since: BASIL, remedy: invoiceParent('subscription_details') },
  { of: 'invoice', field: 'quote', since: BASIL, remedy: invoiceParent('quote_details.quote') },
  { of: 'invoice', field: 'tax', since: BASIL, remedy: 'Add up `total_taxes.*.amount`.' },
  { of: 'invoice', field: 'total_tax_amounts', since: BASIL, remedy: 'Read `total_taxes`.' },
  { of: 'invoice', field: 'discount', since: BASIL, remedy: 'Read `discounts`.' },
  { of: 'line_item', field: 'price', since: BASIL, remedy: 'Read `pricing.price_details.price`.' },
  { of: 'line_item', field: 'tax_amounts', since: BASIL, remedy: 'Read `taxes`.' },
  { of: 'line_item', field: 'tax_rates', since: BASIL, remedy: 'Read `taxes.*.tax_rate_details.tax_rate`.' },
  {
    of: 'line_item',
    field: 'subscription_item',
    since: BASIL,
    remedy: invoiceParent('subscription_item_details.subscription_item'),
  },
  { of: 'invoiceitem', field: 'price', since: BASIL, remedy: 'Read `pricing.price_details.price`.' },
  {
    of: 'invoiceitem',
    field: 'subscription',
    since: BASIL,
    remedy: invoiceParent('subscription_details.subscription'),
  },
  {
    of: 'charge',
    field: 'invoice',
    since: BASIL,
    remedy: 'List GET /v1/invoice_payments with `payment[type]=payment_intent` and `payment[payment_intent]`.',
  },
  {
    of: 'payment_intent',
    field: 'invoice',
    since: BASIL,
    remedy: 'List GET /v1/invoice_payments with `payment[type]=payment_intent` and `payment[payment_intent]`.',
  },
  { of: 'credit_note', field: 'refund', since: BASIL, remedy: 'Read `refunds`.' },
  { of: 'subscription', field: 'discount', since: BASIL, remedy: 'Read `discounts`.' },
  { of: 'discount', field: 'coupon', since: '2025-09-30.clover', remedy: 'Read `source.coupon`.' },
  { of: 'promotion_code', field: 'coupon', since: '2025-09-30.clover', remedy: 'Read `promotion.coupon`.' },
  {
    of: 'GET /v1/invoices/upcoming',
    since: BASIL,
    remedy:
      'Call POST /v1/invoices/create_preview, which wants the subscription or its details, not the customer alone.',
  },
  {
    of: 'GET /v1/invoices/upcoming/lines',
    since: BASIL,
    remedy: 'Call POST /v1/invoices/create_preview and read `lines`.',
  },
  {
    of: 'POST /v1/subscription_items/{subscription_item}/usage_records',
    since: BASIL,
    remedy: 'Bill by meters: POST /v1/billing/meter_events.',
  },
  {
    of: 'GET /v1/subscription_items/{subscription_item}/usage_record_summaries',
    since: BASIL,
    remedy: 'Bill by meters: GET /v1/billing/meters/{id}/event_summaries.',
  },
]
