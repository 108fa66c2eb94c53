// A shop as it is often built: it works for as long as everything works. For trying scenarios, webhook attacks and leaks on.
import { writeFileSync } from 'node:fs'
import Stripe from 'stripe'
import { runAsProgram, serve } from '../http.mjs'
import { Checkout } from './checkout.mjs'

const MOST_ATTEMPTS = 12

/**
 * @param {object} settings
 * @param {() => string | Promise<string>} settings.key the secret key, read once
 * @param {object} [settings.client] for the SDK: host, port, protocol, timeout
 * @param {number} [settings.port] default a free one
 * @param {string} [settings.dataFile] where orders are kept
 * @param {(text: string) => void} [settings.log]
 */
export async function openShop({ key, client = {}, port = 0, dataFile, log = () => {} }) {
  const stripe = new Stripe(await key(), { timeout: 10_000, telemetry: false, ...client, maxNetworkRetries: 0 })
  const shop = new Shop(stripe, dataFile, log)
  const pages = {
    'POST /orders': ({ id, amount, card }) => shop.order(id, amount, card),
    'POST /orders/:id/pay': ({ id, card }) => shop.payAgain(id, card),
    'POST /orders/:id/checkout': ({ id, amount, code }) => shop.checkout.open(shop.place(id, amount), code),
    'GET /orders/:id/success': ({ id }) => shop.success(shop.orders.get(id)),
    'POST /orders/:id/refund': ({ id, amount }) => shop.refund(id, amount),
    'GET /customers': () => shop.customers(),
    'POST /webhooks/stripe': (_, text) => shop.webhook(text),
  }
  // The customer is told all about what went wrong.
  return serve(pages, port, (error) => [error.statusCode ?? 500, { error: error.message, raw: error.raw }])
}

class Shop {
  orders = new Map()

  constructor(stripe, dataFile, log) {
    Object.assign(this, { stripe, dataFile, log })
    this.checkout = new Checkout(stripe, (work) => this.insistently(work))
  }

  place(id, amount, card) {
    if (!this.orders.has(id)) this.orders.set(id, { id, amount, card, status: 'pending', intents: [], shipped: 0 })
    return this.orders.get(id)
  }

  success(order) {
    return order.session ? this.checkout.ship(order) : order
  }

  order(id, amount, card) {
    this.orders.set(id, { id, amount, card, status: 'pending', intents: [], shipped: 0 })
    return this.pay(this.orders.get(id))
  }

  payAgain(id, card) {
    const order = this.orders.get(id)
    if (card) order.card = card
    return this.pay(order)
  }

  async pay(order) {
    if (order.status === 'paid') return order
    const intent = await this.insistently(() =>
      this.stripe.paymentIntents.create(paymentFor(order)).catch((error) => {
        if (error.payment_intent) order.intents.push(error.payment_intent.id)
        throw error
      }),
    )
    order.intents.push(intent.id)
    order.last = intent
    this.save()
    return order
  }

  async ship(order, intent) {
    order.shipped++
    this.save()
    await this.insistently(() => this.stripe.paymentIntents.update(intent, { metadata: { shipped: order.shipped } }))
  }

  /** Believes whoever calls, and does all the work before it answers. */
  async webhook(text) {
    this.log(`webhook ${text}`)
    const { type, data } = JSON.parse(text)
    const bought = this.orders.get(data.object.metadata?.order_id)
    if (type === 'checkout.session.completed' && bought) return void (await this.checkout.ship(bought))
    const order = [...this.orders.values()].find(({ intents }) => intents.includes(data.object.id))
    if (!order) return
    // It was confirmed, so it will be paid.
    if (type === 'payment_intent.succeeded' || type === 'payment_intent.processing') {
      order.status = 'paid'
      await this.ship(order, data.object.id)
    } else if (type === 'payment_intent.payment_failed') {
      order.status = 'cancelled'
      await this.insistently(() =>
        this.stripe.paymentIntents.update(data.object.id, { metadata: { order: 'cancelled' } }),
      )
    }
    this.save()
  }

  refund(id, amount) {
    const intent = this.orders.get(id).intents.at(-1)
    return this.insistently(() =>
      this.stripe.refunds.create({ payment_intent: intent, amount, metadata: { order_id: id } }),
    )
  }

  /** Until there is an empty page. */
  async customers() {
    const all = []
    for (let after; ; after = all.at(-1)?.id) {
      const query = { limit: 3, ...(after && { starting_after: after }) }
      const page = await this.insistently(() => this.stripe.customers.list(query))
      if (page.data.length === 0) return { count: all.length }
      all.push(...page.data)
    }
  }

  /** Whatever goes wrong is tried again, at once, as something new. */
  async insistently(work) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        this.log(`attempt ${attempt} failed: ${JSON.stringify(error)}`)
        if (attempt >= MOST_ATTEMPTS) throw error
      }
    }
  }

  save() {
    if (this.dataFile) writeFileSync(this.dataFile, JSON.stringify([...this.orders.values()], null, 1))
  }
}

function paymentFor({ id, amount, card }) {
  return {
    amount,
    currency: 'usd',
    payment_method: card,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    metadata: { order_id: id },
    ...(card.startsWith('pm_usBankAccount') && { mandate_data: { customer_acceptance: { type: 'offline' } } }),
  }
}

await runAsProgram(import.meta.url, openShop)
