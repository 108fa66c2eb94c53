// The same shop, built for the day on which things go wrong. For trying scenarios, webhook attacks and leaks on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import Stripe from 'stripe'
import { runAsProgram, serve } from '../http.mjs'
import { Checkout } from './checkout.mjs'

const MOST_ATTEMPTS = 5
/** Of these the event alone is no proof: the state at Stripe decides. */
const OF_PAYMENTS = /^(?:payment_intent\.(?:succeeded|payment_failed|canceled)|checkout\.session\.\w+)$/

/** What a test disputes with. */
const EVIDENCE = { evidence: { uncategorized_text: 'winning_evidence' } }

/**
 * @param {object} settings
 * @param {() => string | Promise<string>} settings.key where the present secret key is read from
 * @param {() => string | Promise<string>} settings.webhookSecret
 * @param {object} [settings.client] for the SDK: host, port, protocol, timeout
 * @param {number} [settings.port] default a free one
 * @param {string} [settings.dataFile] where orders are kept
 * @param {(text: string) => void} [settings.log] gets no personal data, no secrets and no texts of Stripe's
 * @param {number} [settings.pause] before the first retry, in milliseconds
 */
export async function openShop({ key, webhookSecret, client = {}, port = 0, dataFile, log = () => {}, pause = 200 }) {
  const api = new PatientStripe(key, client, pause, log)
  api.use(await key())
  const orders = new Orders(dataFile)
  const payments = new Payments(api, () => orders.save())
  const checkout = new Checkout(api, () => orders.save())
  const settle = (order) => (order.session ? checkout : payments).settle(order)
  for (const order of orders.unfinished()) settle(order).catch(() => log(`order ${order.id}: not finished`))
  const webhooks = new Webhooks(api, orders, settle, webhookSecret, log)
  const pages = {
    'POST /orders': async (sent) => view(await payments.pay(orders.place(sent))),
    'POST /orders/:id/pay': async ({ id, card }) => view(await payments.pay(orders.get(id), card)),
    'POST /orders/:id/checkout': ({ id, amount, code }) => checkout.open(orders.place({ id, amount }), code),
    'GET /orders/:id/success': async ({ id }) => view(await settle(orders.get(id))),
    'POST /orders/:id/refund': ({ id, amount }) => payments.refund(orders.get(id), amount),
    'GET /customers': async () => ({ count: (await api.customers()).length }),
    'POST /webhooks/stripe': (_, text, request) => webhooks.take(text, request.headers['stripe-signature']),
  }
  return serve(pages, port, (error, request) => {
    log(`${request.method} ${request.url.split('?')[0]}: ${error.code ?? error.type ?? error.message}`)
    if (error.type === 'StripeCardError') return [402, { error: 'The card was declined.' }]
    return [error.page ?? 503, { error: error.page ? error.message : 'This did not work; it is being looked at.' }]
  })
}

class Orders {
  all = new Map()

  constructor(file) {
    this.file = file
    if (!file || !existsSync(file)) return
    for (const order of JSON.parse(readFileSync(file, 'utf8'))) this.all.set(order.id, order)
  }

  place({ id, amount, card }) {
    if (!this.all.has(id)) this.all.set(id, { id, amount, card, status: 'pending', attempt: 1, shipped: 'no' })
    this.save()
    return this.get(id)
  }

  get(id) {
    const order = this.all.get(id)
    if (!order) throw Object.assign(new Error('There is no such order.'), { page: 404 })
    return order
  }

  /** What a crash has left: told of by a webhook and not looked at yet, or shipped by half. */
  unfinished() {
    return [...this.all.values()].filter(({ told, shipped }) => told || shipped === 'begun')
  }

  save() {
    if (this.file) writeFileSync(this.file, JSON.stringify([...this.all.values()], null, 1))
  }
}

/** Writes down what it was told, answers, and works afterwards; what comes twice has no further effect. */
class Webhooks {
  seen = new Set()

  constructor(api, orders, settle, secret, log) {
    Object.assign(this, { api, orders, settle, secret, log })
  }

  async take(text, signature) {
    const event = await this.verified(text, signature)
    if (await this.lookAfterMoney(event)) return
    const order = this.orders.all.get(event.data.object.metadata?.order_id)
    if (!order || this.seen.has(event.id) || !OF_PAYMENTS.test(event.type)) return
    this.seen.add(event.id)
    if (event.data.object.object === 'payment_intent') order.intent ??= event.data.object.id
    order.told = true
    this.orders.save()
    this.settle(order).catch(() => {
      this.seen.delete(event.id)
      this.log(`order ${order.id}: the event ${event.id} could not be applied`)
    })
  }

  /** What is told of money that was thought settled: done before it is answered, so that it is told again if it fails. */
  async lookAfterMoney({ type, data: { object } }) {
    switch (type) {
      case 'charge.dispute.created':
        await this.api.ask(
          (stripe, options) => stripe.disputes.update(object.id, EVIDENCE, options),
          `dispute-${object.id}`,
        )
        return true
      case 'refund.failed':
        await this.api.ask((stripe) => stripe.refunds.retrieve(object.id), `refund-${object.id}`)
        this.log(`the refund ${object.id} has to be made in another way`)
        return true
      case 'payout.failed':
        await this.api.ask((stripe) => stripe.payouts.retrieve(object.id), `payout-${object.id}`)
        this.log(`the payout ${object.id} came back`)
        return true
      default:
        return false
    }
  }

  async verified(text, signature = '') {
    try {
      return this.api.stripe.webhooks.constructEvent(text, signature, await this.secret())
    } catch {
      throw Object.assign(new Error('This webhook is not signed as it should be.'), { page: 400 })
    }
  }
}

/** Stripe's API, asked again where that helps: with pauses, with the same idempotency key, and not for ever. */
class PatientStripe {
  constructor(readKey, client, pause, log) {
    Object.assign(this, { readKey, client, pause, log })
  }

  use(key) {
    this.key = key
    this.stripe = new Stripe(key, { timeout: 10_000, telemetry: false, ...this.client, maxNetworkRetries: 0 })
  }

  /**
   * @param {(stripe: Stripe, options: { idempotencyKey: string }) => Promise<T>} work
   * @param {string} key of the piece of work
   * @template T
   */
  async ask(work, key) {
    let pause = this.pause
    let version = ''
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(this.stripe, { idempotencyKey: key + version })
      } catch (error) {
        if (attempt >= MOST_ATTEMPTS || !(await this.maySucceedLater(error))) throw error
        this.log(`${key}: attempt ${attempt} failed (${error.statusCode ?? 'no answer'})`)
        // Stripe gives a kept error again under its key: nothing was done, so a new key is safe.
        if (error.headers?.['idempotent-replayed'] === 'true' && error.code === 'lock_timeout') version = `-${attempt}`
        const told = Number(error.headers?.['retry-after'] ?? 0) * 1000
        await sleep(Math.max(told, pause * (1 + Math.random() / 4)))
        pause *= 2
      }
    }
  }

  async maySucceedLater(error) {
    const { statusCode } = error
    if (statusCode === 401) return this.renew()
    // Without a status: the connection broke, or what came was no answer of Stripe's.
    return statusCode === undefined || statusCode === 409 || statusCode === 429 || statusCode >= 500 || statusCode < 400
  }

  /** Whether there is another key than the one that was refused. */
  async renew() {
    const key = await this.readKey()
    if (key === this.key) return false
    this.use(key)
    return true
  }

  async customers() {
    const all = []
    let page = await this.ask((stripe) => stripe.customers.list({ limit: 3 }), 'customers')
    all.push(...page.data)
    while (page.has_more) {
      const after = all.at(-1).id
      page = await this.ask((stripe) => stripe.customers.list({ limit: 3, starting_after: after }), 'customers')
      all.push(...page.data)
    }
    return all
  }
}

/** One payment an order, whatever happens on the way. What Stripe says of it decides. */
class Payments {
  shipping = new Map()

  constructor(api, save) {
    Object.assign(this, { api, save })
  }

  async pay(order, card = order.card) {
    if (order.intent) {
      const settled = await this.settle(order)
      if (settled.status !== 'pending') return settled
      // The earlier card was declined: the same payment is tried with another one.
      order.attempt++
      this.save()
      const again = (stripe, options) => stripe.paymentIntents.confirm(order.intent, { payment_method: card }, options)
      return this.apply(order, await this.api.ask(again, `order-${order.id}-confirm-${order.attempt}`))
    }
    const parameters = {
      amount: order.amount,
      currency: 'usd',
      payment_method: card,
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      metadata: { order_id: order.id },
      // A debit of a bank account is made under a mandate.
      ...(card.startsWith('pm_usBankAccount') && { mandate_data: { customer_acceptance: { type: 'offline' } } }),
    }
    const first = (stripe, options) => stripe.paymentIntents.create(parameters, options)
    try {
      return await this.apply(order, await this.api.ask(first, `order-${order.id}-pay`))
    } catch (error) {
      if (error.payment_intent) order.intent = error.payment_intent.id
      this.save()
      throw error
    }
  }

  /** Looks at the payment as it stands at Stripe, which no webhook has to have told. */
  async settle(order) {
    if (!order.intent || order.shipped === 'yes') return order
    const intent = await this.api.ask(
      (stripe) => stripe.paymentIntents.retrieve(order.intent),
      `order-${order.id}-look`,
    )
    return this.apply(order, intent)
  }

  async apply(order, intent) {
    order.intent = intent.id
    if (intent.status === 'succeeded') {
      order.status = 'paid'
      await this.ship(order)
    } else if (intent.status === 'canceled') order.status = 'cancelled'
    order.told = false
    this.save()
    return order
  }

  /** Under a key of its own, so that it can be begun again after a crash; who comes meanwhile waits for the same. */
  async ship(order) {
    if (order.shipped === 'yes') return
    order.shipped = 'begun'
    this.save()
    const mark = (stripe, options) => stripe.paymentIntents.update(order.intent, { metadata: { shipped: 1 } }, options)
    const under = this.shipping.get(order.id) ?? this.api.ask(mark, `order-${order.id}-ship`)
    this.shipping.set(order.id, under)
    try {
      await under
      order.shipped = 'yes'
    } finally {
      this.shipping.delete(order.id)
    }
  }

  async refund(order, amount) {
    const parameters = { payment_intent: order.intent, amount, metadata: { order_id: order.id } }
    const refund = (stripe, options) => stripe.refunds.create(parameters, options)
    const { id, status } = await this.api.ask(refund, `order-${order.id}-refund-${amount}`)
    return { id, status }
  }
}

/** What a customer may see of an order. */
function view({ id, amount, status }) {
  return { id, amount, status }
}

await runAsProgram(import.meta.url, openShop)
