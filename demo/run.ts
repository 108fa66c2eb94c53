import { request } from 'node:https'
import type Stripe from 'stripe'
import { mailOf } from '../src/engine/control/mail/read-mail.js'
import { deliveries, exchange, heading, line } from './print.js'
import { openShop, type Shop } from './shop.js'

const PAYMENT = {
  currency: 'usd',
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const

/** The story that a newcomer wants to see. Everything in it happens: nothing is printed that was not sent. */
async function tell(shop: Shop): Promise<void> {
  const { stripe } = shop
  console.log(
    `Standin answers as Stripe at ${shop.url} and as Mailchimp at ${shop.mailUrl}; a shop's endpoint listens at ${shop.hook}.`,
  )

  heading(1, 'A card that is declined', 'The SDK throws, as it would in production; the failed attempt is kept.')
  await step(shop, () =>
    stripe.paymentIntents.create({
      ...PAYMENT,
      amount: 1999,
      payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    }),
  )

  heading(2, 'A card that pays', 'The webhook comes signed; the shop checks the signature before it believes it.')
  const paid = await step(shop, () =>
    stripe.paymentIntents.create({ ...PAYMENT, amount: 1999, payment_method: 'pm_card_visa' }),
  )

  heading(3, 'A card with 3D Secure', 'The payment waits for a person; here the page is answered for them.')
  const waiting = await step(shop, () =>
    stripe.paymentIntents.create({
      amount: 4999,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'http://localhost:3000/order/42',
    }),
  )
  const page = waiting?.next_action?.redirect_to_url?.url
  if (page) await step(shop, () => authenticate(shop, page))

  heading(4, 'A refund', 'A part of the second payment goes back.')
  if (paid) await step(shop, () => stripe.refunds.create({ payment_intent: paid.id, amount: 500 }))

  heading(5, 'A forged webhook', 'Anybody can send a POST. Without the secret, the shop must refuse it.')
  await forge(shop)

  heading(
    6,
    'Paid, the webhook twice, one mail',
    'A webhook may come again. The shop thanks for an order once, and Mailchimp shows what was sent.',
  )
  await payAndThank(shop)
}

/** An order is paid, its webhook comes twice, and exactly one mail is there: anything else fails the demo. */
async function payAndThank(shop: Shop): Promise<void> {
  const world = shop.sandbox.defaultWorld
  await step(shop, () =>
    shop.stripe.paymentIntents.create({
      ...PAYMENT,
      amount: 2500,
      payment_method: 'pm_card_visa',
      receipt_email: 'ada@example.com',
      metadata: { order_id: '42' },
    }),
  )
  const delivery = world.deliveries.list().find(({ type }) => type === 'payment_intent.succeeded')
  if (delivery) {
    line('again', 'the same webhook, as when an answer got lost on the way')
    world.deliveries.replay(delivery.id)
    await shop.sandbox.settled()
    deliveries(world.deliveries.list().filter(({ id }) => id === delivery.id))
    tellWhatWasDone(shop)
  }
  const mail = mailOf(world, { to: 'ada@example.com', limit: 100 })
  for (const { to, subject, state } of mail) line('mail', `to ${to}  “${subject}”  ${state}`)
  line('in all', `${mail.length} mail to ada@example.com${mail.length === 1 ? '' : ': this must be exactly 1'}`)
  if (mail.length !== 1) process.exitCode = 1
}

function tellWhatWasDone({ said }: Shop): void {
  for (const { did } of said()) if (did) line('the shop', did)
}

async function step<T>(shop: Shop, act: () => Promise<T>): Promise<T | undefined> {
  let result: T | undefined
  const world = shop.sandbox.defaultWorld
  const known = world.deliveries.list().length
  try {
    result = await act()
  } catch (error) {
    line('thrown', `${(error as Stripe.errors.StripeError).type}: ${(error as Error).message}`)
  }
  await shop.sandbox.settled()
  const [entry] = world.log.list({ limit: 1, vendor: 'stripe' })
  if (entry?.response.headers['Content-Type']?.includes('json')) exchange(entry)
  deliveries(
    world.deliveries
      .list()
      .slice(0, -known || undefined)
      .reverse(),
  )
  tellWhatWasDone(shop)
  return result
}

/** Presses “Complete” on the page, as a person would. */
function authenticate(shop: Shop, page: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const post = request(page, { method: 'POST', headers, agent: shop.agent }, (response) => {
      response.resume()
      line(
        'person',
        `presses Complete at ${new URL(page).pathname}, comes back to ${response.headers.location?.split('?')[0]}`,
      )
      response.on('end', resolve)
    })
    post.on('error', reject)
    post.end('outcome=complete')
  })
}

async function forge({ hook, said }: Shop): Promise<void> {
  said()
  const body = JSON.stringify({
    id: 'evt_forged',
    object: 'event',
    type: 'payment_intent.succeeded',
    data: { object: {} },
  })
  const headers = {
    'content-type': 'application/json',
    'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`,
  }
  line('sent', `POST ${new URL(hook).pathname}  payment_intent.succeeded, signed by nobody`)
  const response = await fetch(hook, { method: 'POST', headers, body })
  line('answered', `${response.status}  “${said()[0]?.refused?.split('\n')[0] ?? 'taken: this must not happen'}”`)
  if (response.status === 200) process.exitCode = 1
}

const shop = await openShop()
try {
  await tell(shop)
  console.log(
    '\nNext: `npm start`, then point your own program at it; or `standin run -- node your-app.js` and change nothing.',
  )
} finally {
  await shop.close()
}
