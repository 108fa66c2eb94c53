import type { Walker } from './walker.js'

export type Fields = Readonly<Record<string, unknown>>
export type Recipe = Fields | ((walker: Walker) => Promise<Fields>)

const RETURN = { return_url: 'https://shop.example/return' }
const PAID = { amount: 2000, currency: 'usd', confirm: true, payment_method: 'pm_card_visa', ...RETURN }
const AT_READER = { allowed_payment_method_types: ['card_present'] }
const MADE_ELSEWHERE = { payment_method_details: { type: 'custom', custom: { display_name: 'Cheque' } } }
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
const lines = async (walker: Walker) => [{ price: await walker.keptId('price'), quantity: 1 }]
/** A PaymentIntent for a card that is held to a reader. */
const held = async (walker: Walker) => ({
  payment_intent: await walker.make('payment_intent', { ...AT_READER, amount: 2000, currency: 'usd' }),
})
/** One whose card was taken at another reader. */
const taken = async (walker: Walker) => {
  const { stripe } = walker.world
  const { payment_intent: id = '' } = await held(walker)
  const { id: reader } = await stripe.terminal.readers.create({ registration_code: 'simulated-wpe' })
  await stripe.terminal.readers.collectPaymentMethod(reader, { payment_intent: id })
  await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader)
  return { payment_intent: id }
}
const bank = { external_account: 'btok_us_verified' }
const application = async ({ world }: Walker) => ({
  client_id: world.view.application,
  response_type: 'code',
  redirect_uri: RETURN.return_url,
})
/** What somebody's consent gives. */
const code = async (walker: Walker) => {
  const asked = new URLSearchParams({ ...(await application(walker)), scope: 'read_write' })
  const target = `/oauth/authorize?${asked}`
  const { headers } = await walker.world.send({ method: 'POST', target, key: null, text: 'outcome=connect' })
  return new URL(String(headers.Location)).searchParams.get('code') ?? ''
}

/** What the least request of an operation lacks, since its description does not say that it is needed. */
export const SENT_WITH: Readonly<Record<string, Recipe>> = {
  'GET /oauth/authorize': application,
  'GET /express/oauth/authorize': application,
  'POST /oauth/token': async (walker) => ({ code: await code(walker) }),
  'POST /oauth/deauthorize': async (walker) => {
    const { oauth } = walker.world.stripe
    const { stripe_user_id } = await oauth.token({ grant_type: 'authorization_code', code: await code(walker) })
    return { client_id: walker.world.view.application, stripe_user_id }
  },
  'POST /v1/apps/secrets/delete': async ({ world: { stripe } }) => {
    const { name } = await stripe.apps.secrets.create({ name: 'walked', payload: 'x', scope: { type: 'account' } })
    return { name, scope: { type: 'account' } }
  },
  'POST /v1/customers/{customer}/bank_accounts': { source: 'btok_us' },
  'POST /v1/customers/{customer}/sources': { source: 'btok_us' },
  'POST /v1/customers/{customer}/cards': { source: 'tok_visa' },
  'POST /v1/sources': { type: 'card', token: 'tok_visa' },
  'POST /v1/customers/{customer}/bank_accounts/{id}/verify': { amounts: [32, 45] },
  'POST /v1/customers/{customer}/sources/{id}/verify': { amounts: [32, 45] },
  'POST /v1/account_links': {
    refresh_url: 'https://shop.example/again',
    return_url: 'https://shop.example/done',
    type: 'account_onboarding',
  },
  'POST /v1/accounts/{account}/bank_accounts': bank,
  'POST /v1/accounts/{account}/external_accounts': bank,
  'POST /v1/checkout/sessions': async (walker) => ({
    line_items: await lines(walker),
    mode: 'payment',
    success_url: 'https://shop.example/thanks',
  }),
  'POST /v1/coupons': { percent_off: 25, duration: 'once' },
  'POST /v1/customer_sessions': async (walker) => ({
    ...(await customer(walker)),
    components: { payment_element: { enabled: true } },
  }),
  'POST /v1/customers/{customer}/funding_instructions': {
    funding_type: 'bank_transfer',
    currency: 'eur',
    bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
  },
  'GET /v1/prices/search': { query: "active:'true'" },
  'POST /v1/billing/meter_events': { payload: { value: '1' } },
  'POST /v1/charges': { amount: 2000, currency: 'usd', source: 'tok_visa' },
  'POST /v1/files': { purpose: 'dispute_evidence' },
  'POST /v1/payment_intents': { amount: 2000, currency: 'usd' },
  'POST /v1/payment_intents/{intent}/confirm': { payment_method: 'pm_card_visa', ...RETURN },
  'POST /v1/payment_intents/{intent}/increment_authorization': { amount: 3000 },
  'POST /v1/payment_intents/{intent}/verify_microdeposits': { amounts: [32, 45] },
  'POST /v1/payment_links': async (walker) => ({ line_items: await lines(walker) }),
  'POST /v1/payment_methods': { type: 'card', card: { token: 'tok_visa' } },
  'POST /v1/payment_methods/{payment_method}/attach': customer,
  'POST /v1/payment_records/report_payment': MADE_ELSEWHERE,
  'POST /v1/payouts': { amount: 1000, currency: 'usd' },
  'POST /v1/prices': async (walker) => ({
    currency: 'usd',
    product: await walker.keptId('product'),
    unit_amount: 1000,
  }),
  'POST /v1/product_catalog/trial_offers': async (walker) => ({ price: await walker.keptId('price') }),
  'POST /v1/promotion_codes': async (walker) => ({
    promotion: { type: 'coupon', coupon: await walker.keptId('coupon') },
  }),
  'POST /v1/radar/value_list_items': async (walker) => ({ value_list: await walker.make('radar.value_list') }),
  'POST /v1/radar/value_lists': async (walker) => ({ alias: `walk_${walker.count()}`, name: 'Walk' }),
  'POST /v1/refunds': async (walker) => ({ charge: await walker.make('charge') }),
  'POST /v1/products/{product}/features': async (walker) => ({
    entitlement_feature: await walker.keptId('entitlements.feature'),
  }),
  'POST /v1/setup_intents/{intent}/confirm': { payment_method: 'pm_card_visa', ...RETURN },
  'POST /v1/setup_intents/{intent}/verify_microdeposits': { amounts: [32, 45] },
  'POST /v1/shipping_rates': {
    display_name: 'By post',
    fixed_amount: { amount: 500, currency: 'usd' },
    type: 'fixed_amount',
  },
  'POST /v1/test_helpers/customers/{customer}/fund_cash_balance': { amount: 2000, currency: 'usd' },
  'POST /v1/tax/calculations': { customer_details: { address: { country: 'DE' }, address_source: 'billing' } },
  'POST /v1/tax/transactions/create_from_calculation': async (walker) => ({
    calculation: await walker.make('tax.calculation'),
    reference: `sale ${walker.count()}`,
  }),
  'POST /v1/tax/transactions/create_reversal': async (walker) => ({
    mode: 'full',
    original_transaction: await walker.make('tax.transaction'),
    reference: `refund ${walker.count()}`,
  }),
  'POST /v1/terminal/readers': { registration_code: 'simulated-wpe' },
  'POST /v1/terminal/readers/{reader}/collect_payment_method': held,
  'POST /v1/terminal/readers/{reader}/confirm_payment_intent': taken,
  'POST /v1/terminal/readers/{reader}/process_payment_intent': held,
  'POST /v1/terminal/readers/{reader}/process_setup_intent': async (walker) => ({
    setup_intent: await walker.make('setup_intent', AT_READER),
  }),
  'POST /v1/tokens': {
    bank_account: { country: 'US', currency: 'usd', account_number: '000123456789', routing_number: '110000000' },
  },
  'POST /v1/transfers': async (walker) => ({
    amount: 1000,
    currency: 'usd',
    destination: await walker.keptId('account'),
  }),
  'POST /v2/core/event_destinations': {
    event_payload: 'thin',
    enabled_events: ['*'],
    type: 'webhook_endpoint',
    webhook_endpoint: { url: 'http://localhost:3000/hook' },
  },
}

/** Of the types that the last id of a path may be of, the one that the walk names. */
export const MEANT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['GET', 'POST', 'DELETE'].map((method) => [`${method} /v1/customers/{customer}/sources/{id}`, 'card']),
  ),
  'POST /v1/customers/{customer}/sources/{id}/verify': 'bank_account',
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
  'POST /v1/payment_records/{id}/report_payment_attempt payment_record': {
    ...MADE_ELSEWHERE,
    outcome: 'failed',
    failed: { failed_at: 1_767_225_600 },
  },
  'POST /v1/payment_records/{id}/report_refund payment_record': {
    ...MADE_ELSEWHERE,
    outcome: 'guaranteed',
    guaranteed: { guaranteed_at: 1_767_225_600 },
  },
  'POST /v1/payment_intents/{intent}/increment_authorization payment_intent': {
    ...HELD,
    payment_method_options: { card: { request_incremental_authorization: 'if_available' } },
  },
}

const CARD = 'POST /v1/test_helpers/issuing/cards/{card}/shipping'
const ATTACH = 'POST /v1/payment_methods/{payment_method}/attach'
const READER = 'POST /v1/terminal/readers/{reader}/collect_inputs'

/** What has to be done to a resource before an operation may, in order. */
export const BEFORE: Readonly<Record<string, readonly string[]>> = {
  'POST /v1/billing/alerts/{id}/activate': ['POST /v1/billing/alerts/{id}/deactivate'],
  'POST /v1/billing/meters/{id}/reactivate': ['POST /v1/billing/meters/{id}/deactivate'],
  'POST /v1/invoice_rendering_templates/{template}/unarchive': [
    'POST /v1/invoice_rendering_templates/{template}/archive',
  ],
  'POST /v1/payment_methods/{payment_method}': [ATTACH],
  'POST /v1/payment_methods/{payment_method}/detach': [ATTACH],
  'POST /v1/terminal/readers/{reader}/cancel_action': [READER],
  [`${CARD}/deliver`]: [`${CARD}/ship`],
  [`${CARD}/fail`]: [`${CARD}/ship`],
  [`${CARD}/return`]: [`${CARD}/ship`],
  'POST /v1/test_helpers/terminal/readers/{reader}/present_payment_method': [
    'POST /v1/terminal/readers/{reader}/process_payment_intent',
  ],
  'POST /v1/test_helpers/terminal/readers/{reader}/succeed_input_collection': [READER],
  'POST /v1/test_helpers/terminal/readers/{reader}/timeout_input_collection': [READER],
  'POST /v1/test_helpers/treasury/inbound_transfers/{id}/return': [
    'POST /v1/test_helpers/treasury/inbound_transfers/{id}/succeed',
  ],
  'POST /v2/money_management/payout_methods/{id}/unarchive': ['POST /v2/money_management/payout_methods/{id}/archive'],
  'POST /v2/core/vault/gb_bank_accounts/{id}/unarchive': ['POST /v2/core/vault/gb_bank_accounts/{id}/archive'],
  'POST /v2/core/vault/us_bank_accounts/{id}/unarchive': ['POST /v2/core/vault/us_bank_accounts/{id}/archive'],
}
