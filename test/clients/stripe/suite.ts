import type Stripe from 'stripe'

/** What one step showed: an answer's telling fields, or the error that the SDK threw. */
export type Seen = Readonly<Record<string, unknown>>

const PAY = {
  currency: 'usd',
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const

/**
 * An integration in small, through the official SDK as it is. Every door plays it in a world of the same seed and with the
 * clock at the same moment, so that all must see the same, ids included.
 */
export async function play(stripe: Stripe): Promise<readonly Seen[]> {
  const seen: Seen[] = []
  const note = async (name: string, act: () => Promise<object>) => {
    seen.push({ step: name, ...(await act().then(withoutConnection, failure)) })
  }
  await note('a customer', () => stripe.customers.create({ email: 'ada@example.test', metadata: { tier: 'gold' } }))
  const { data } = await stripe.customers.list({ limit: 1 })
  const customer = data[0]?.id ?? ''
  await note('it is updated', () => stripe.customers.update(customer, { name: 'Ada', metadata: { tier: '' } }))
  await note('a payment', () =>
    stripe.paymentIntents.create({
      ...PAY,
      amount: 2000,
      customer,
      payment_method: 'pm_card_visa',
      expand: ['latest_charge'],
    }),
  )
  await note('declined', () =>
    stripe.paymentIntents.create({ ...PAY, amount: 2000, payment_method: 'pm_card_visa_chargeDeclined' }),
  )
  const authenticated = { currency: 'usd', confirm: true, amount: 3000, return_url: 'https://shop.test/back' } as const
  await note('3D Secure', () =>
    stripe.paymentIntents.create({ ...authenticated, payment_method: 'pm_card_authenticationRequired' }),
  )
  await note('an unknown parameter', () => stripe.customers.create({ nonsense: '1' } as never))
  await note('a missing customer', () => stripe.customers.retrieve('cus_nobody'))
  const idempotencyKey = 'order-42'
  const ordered = { ...PAY, amount: 900, payment_method: 'pm_card_mastercard' }
  await note('once', () => stripe.paymentIntents.create(ordered, { idempotencyKey }))
  await note('again under the same key', () => stripe.paymentIntents.create(ordered, { idempotencyKey }))
  await note('other parameters under it', () =>
    stripe.paymentIntents.create({ ...ordered, amount: 901 }, { idempotencyKey }),
  )
  const intents = await stripe.paymentIntents.list({ limit: 100 })
  await note('a refund', () => stripe.refunds.create({ payment_intent: intents.data[0]?.id ?? '', amount: 100 }))
  await note('a generic product', () => stripe.products.create({ name: 'Tea', metadata: { shelf: '3' } }))
  await note('what is not simulated', () => stripe.subscriptions.resume('sub_1'))
  await note('pages', async () => ({ types: (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type) }))
  return seen
}

function withoutConnection(answer: object): Seen {
  // The SDK hangs the last response onto the answer; what differs by door is in its headers.
  return JSON.parse(JSON.stringify(answer)) as Seen
}

function failure(error: Stripe.errors.StripeError): Seen {
  const { type, code, decline_code, message, param, statusCode } = error
  return { type, code, decline_code, message, param, statusCode }
}

/** The same whatever the door: where the pages of the sandbox are depends on how the client came in. */
export function comparable(seen: readonly Seen[]): unknown {
  const text = JSON.stringify(seen)
    .replaceAll(/https?:\/\/(?:127\.0\.0\.1|localhost|hooks\.stripe\.com)(?::\d+)?\//g, 'https://pages/')
    // The SDK makes a key of its own for requests that may be tried again.
    .replaceAll(/stripe-node-retry-[0-9a-f-]+/g, 'stripe-node-retry')
  return JSON.parse(text)
}
