import Stripe from 'stripe'

/** A shop's program as it might be: it takes money with Stripe and keeps its customers in Salesforce. No part of it knows Standin. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string>>
  /** What goes wrong on purpose: the next request of Stripe's meets a limit. */
  limitStripe(): void
}

/** The shop's customer: made up, and in no contract. */
export const ADA = {
  email: 'ada.byron@analytical.test',
  name: 'Ada Byron',
  phone: '+44 20 7946 0018',
  line1: '12 St James Square',
  ssn: '536-90-4399',
}
export const HOOK = 'http://127.0.0.1:7411/hooks'
export const OUTBOUND = [{ object: 'Account', url: 'http://127.0.0.1:7411/salesforce', fields: ['Name', 'Phone'] }]
const CARDS_ONLY = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const
const ACK =
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>'

/** What the shop answers to a message. */
export function receive(): { status: number; body: string } {
  return { status: 200, body: ACK }
}

export async function runShop({ env, limitStripe }: Surroundings): Promise<void> {
  const client = (key: string) =>
    new Stripe(key, { httpClient: Stripe.createFetchHttpClient(), telemetry: false, maxNetworkRetries: 0 })
  const stripe = client(env.STRIPE_SECRET_KEY ?? '')
  await stripe.webhookEndpoints.create({
    url: HOOK,
    enabled_events: [
      'customer.updated',
      'payment_intent.succeeded',
      'payment_intent.payment_failed',
      'charge.refunded',
    ],
  })
  const customer = await keepCustomer(stripe)
  await sell(stripe, customer)
  await holdAndLetGo(stripe)
  await refusals(stripe, client('sk_test_51Nobody000000000000000'), limitStripe)
  await stripe.customers.del(customer)
  await keepAccounts(env)
}

async function keepCustomer(stripe: Stripe): Promise<string> {
  const { email, name, phone, line1 } = ADA
  const { id } = await stripe.customers.create({ email, name, phone, address: { line1, country: 'GB' } })
  await stripe.customers.retrieve(id)
  await stripe.customers.update(id, { metadata: { tier: 'gold', joined: '2026-01-01' } })
  await stripe.customers.list({ email, limit: 2 })
  const card = await stripe.paymentMethods.create({
    type: 'card',
    card: { token: 'tok_visa' },
    billing_details: { email, name },
  })
  await stripe.paymentMethods.attach(card.id, { customer: id })
  await stripe.customers.listPaymentMethods(id, { limit: 5 })
  return id
}

async function sell(stripe: Stripe, customer: string): Promise<void> {
  const [card] = (await stripe.paymentMethods.list({ customer, type: 'card' })).data
  const intent = await stripe.paymentIntents.create({
    amount: 4900,
    currency: 'gbp',
    customer,
    ...(card && { payment_method: card.id }),
    ...CARDS_ONLY,
    receipt_email: ADA.email,
  })
  const paid = await stripe.paymentIntents.confirm(intent.id)
  await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] })
  const charge = await stripe.charges.retrieve(String(paid.latest_charge))
  await stripe.balanceTransactions.retrieve(String(charge.balance_transaction))
  const refund = await stripe.refunds.create({ charge: charge.id, amount: 900, reason: 'requested_by_customer' })
  await stripe.refunds.retrieve(refund.id)
}

async function holdAndLetGo(stripe: Stripe): Promise<void> {
  const held = { amount: 2000, currency: 'eur', payment_method: 'pm_card_mastercard', ...CARDS_ONLY }
  const first = await stripe.paymentIntents.create({ ...held, capture_method: 'manual' as const, confirm: true })
  await stripe.paymentIntents.capture(first.id, { amount_to_capture: 1500 })
  const second = await stripe.paymentIntents.create(held)
  await stripe.paymentIntents.cancel(second.id, { cancellation_reason: 'abandoned' })
}

async function refusals(stripe: Stripe, nobody: Stripe, limitStripe: () => void): Promise<void> {
  const refused = (call: Promise<unknown>) => call.catch(() => undefined)
  const payment = { amount: 700, currency: 'usd', confirm: true, ...CARDS_ONLY }
  await refused(stripe.paymentIntents.create({ ...payment, payment_method: 'pm_card_chargeDeclined' }))
  await refused(stripe.customers.retrieve('cus_nobody'))
  await refused(stripe.paymentIntents.create({ amount: 700 } as never))
  await refused(nobody.customers.list())
  limitStripe()
  await refused(stripe.charges.list({ limit: 1 }))
}

async function keepAccounts(env: Readonly<Record<string, string>>): Promise<void> {
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${env.SF_INSTANCE_URL}/services/data/v59.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${env.SF_ACCESS_TOKEN}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return text === '' ? {} : JSON.parse(text)
  }
  const account = await ask('POST', '/sobjects/Account', { Name: 'Analytical Engines', Phone: ADA.phone })
  await ask('GET', `/sobjects/Account/${account.id}?fields=Name,Phone,CreatedDate`)
  await ask('PATCH', `/sobjects/Account/${account.id}`, { Website: 'https://engines.example' })
  const contact = { FirstName: 'Ada', LastName: 'Byron', Email: ADA.email, AccountId: account.id, Description: ADA.ssn }
  await ask('POST', '/sobjects/Contact', contact)
  await ask(
    'GET',
    `/query?q=${encodeURIComponent(`SELECT Id, LastName, Account.Name FROM Contact WHERE Email = '${ADA.email}'`)}`,
  )
  await ask('GET', `/query?q=${encodeURIComponent('SELECT COUNT() FROM Account')}`)
  await ask('GET', '/sobjects/Account/001000000000000AAA')
  await ask('POST', '/sobjects/Contact', { FirstName: 'Nobody' })
  await ask('POST', '/composite/sobjects', {
    allOrNone: true,
    records: [{ attributes: { type: 'Account' }, Name: 'Difference Engines' }],
  })
  await ask('DELETE', `/sobjects/Account/${account.id}`)
}
