import type { stripeWorld } from '../../../support/stripe.js'
import type { Walker } from './walker.js'

type StripeTestWorld = Awaited<ReturnType<typeof stripeWorld>>
export type Fields = Readonly<Record<string, unknown>>
export type Recipe = Fields | ((walker: Walker) => Promise<Fields>)

const RETURN = { return_url: 'https://shop.example/return' }
const PAID = { amount: 2000, currency: 'usd', confirm: true, payment_method: 'pm_card_visa', ...RETURN }
const HELD = { ...PAID, capture_method: 'manual' }
const shipped: Recipe = async (walker) => ({
  cardholder: await walker.keptId('issuing.cardholder'),
  currency: 'usd',
  type: 'physical',
  shipping: {
    name: 'Ada Byron',
    service: 'standard',
    address: { line1: '1 Main Street', city: 'Springfield', state: 'IL', postal_code: '62701', country: 'US' },
  },
})
const customer = async (walker: Walker) => ({ customer: await walker.keptId('customer') })

/** What the least request of an operation lacks, since its description does not say that it is needed. */
export const SENT_WITH: Readonly<Record<string, Recipe>> = {
  'GET /v1/prices/search': { query: "active:'true'" },
  'POST /v1/billing/meter_events': { payload: { value: '1' } },
  'POST /v1/charges': { amount: 2000, currency: 'usd', source: 'tok_visa' },
  'POST /v1/files': { purpose: 'dispute_evidence' },
  'POST /v1/payment_intents': { amount: 2000, currency: 'usd' },
  'POST /v1/payment_intents/{intent}/confirm': { payment_method: 'pm_card_visa', ...RETURN },
  'POST /v1/payment_intents/{intent}/increment_authorization': { amount: 3000 },
  'POST /v1/payment_methods': { type: 'card', card: { token: 'tok_visa' } },
  'POST /v1/payment_methods/{payment_method}/attach': customer,
  'POST /v1/radar/value_list_items': async (walker) => ({ value_list: await walker.make('radar.value_list') }),
  'POST /v1/radar/value_lists': async (walker) => ({ alias: `walk_${walker.count()}`, name: 'Walk' }),
  'POST /v1/refunds': async (walker) => ({ charge: await walker.make('charge') }),
  'POST /v1/products/{product}/features': async (walker) => ({
    entitlement_feature: await walker.keptId('entitlements.feature'),
  }),
  'POST /v1/setup_intents/{intent}/confirm': { payment_method: 'pm_card_visa', ...RETURN },
  'POST /v2/core/event_destinations': {
    event_payload: 'thin',
    enabled_events: ['*'],
    type: 'webhook_endpoint',
    webhook_endpoint: { url: 'http://localhost:3000/hook' },
  },
}

/** How one is made for one operation, by its key and the type. */
export const MADE_WITH: Readonly<Record<string, Recipe>> = {
  'POST /v1/charges/{charge}/capture charge': { amount: 2000, currency: 'usd', source: 'tok_visa', capture: false },
  ...Object.fromEntries(
    ['submit', 'ship', 'deliver', 'return', 'fail'].map((verb) => [
      `POST /v1/test_helpers/issuing/cards/{card}/shipping/${verb} issuing.card`,
      shipped,
    ]),
  ),
  'POST /v1/payment_intents/{intent}/capture payment_intent': HELD,
  'POST /v1/payment_intents/{intent}/increment_authorization payment_intent': {
    ...HELD,
    payment_method_options: { card: { request_incremental_authorization: 'if_available' } },
  },
}

/** What takes more than one request: by type, or for one operation by its key and the type. */
export const STORIES: Readonly<Record<string, (world: StripeTestWorld, path: readonly string[]) => Promise<string>>> = {
  // Stripe.js makes them, with the key that a page has.
  'GET /v1/tokens/{token} token': async ({ client, keys }) =>
    (
      await client(keys.publishable).tokens.create({
        card: { number: '4242424242424242', exp_month: '12', exp_year: '2030' },
      })
    ).id,
  'POST /v1/payment_methods/{payment_method}/detach payment_method': attached,
  'POST /v1/payment_methods/{payment_method} payment_method': attached,
  'GET /v1/customers/{customer}/payment_methods/{payment_method} payment_method': attached,
}

const CARD = 'POST /v1/test_helpers/issuing/cards/{card}/shipping'
const READER = 'POST /v1/terminal/readers/{reader}/collect_inputs'

/** What has to be done to a resource before an operation may, in order. */
export const BEFORE: Readonly<Record<string, readonly string[]>> = {
  'POST /v1/billing/alerts/{id}/activate': ['POST /v1/billing/alerts/{id}/deactivate'],
  'POST /v1/billing/meters/{id}/reactivate': ['POST /v1/billing/meters/{id}/deactivate'],
  'POST /v1/invoice_rendering_templates/{template}/unarchive': [
    'POST /v1/invoice_rendering_templates/{template}/archive',
  ],
  'POST /v1/terminal/readers/{reader}/cancel_action': [READER],
  [`${CARD}/deliver`]: [`${CARD}/ship`],
  [`${CARD}/fail`]: [`${CARD}/ship`],
  [`${CARD}/return`]: [`${CARD}/ship`],
  'POST /v1/test_helpers/terminal/readers/{reader}/succeed_input_collection': [READER],
  'POST /v1/test_helpers/terminal/readers/{reader}/timeout_input_collection': [READER],
  'POST /v1/test_helpers/treasury/inbound_transfers/{id}/return': [
    'POST /v1/test_helpers/treasury/inbound_transfers/{id}/succeed',
  ],
  'POST /v2/money_management/payout_methods/{id}/unarchive': ['POST /v2/money_management/payout_methods/{id}/archive'],
  'POST /v2/core/vault/gb_bank_accounts/{id}/unarchive': ['POST /v2/core/vault/gb_bank_accounts/{id}/archive'],
  'POST /v2/core/vault/us_bank_accounts/{id}/unarchive': ['POST /v2/core/vault/us_bank_accounts/{id}/archive'],
}

async function attached({ stripe }: StripeTestWorld, [given]: readonly string[]): Promise<string> {
  const id = given ?? (await stripe.customers.create({})).id
  return (await stripe.paymentMethods.attach('pm_card_visa', { customer: id })).id
}
