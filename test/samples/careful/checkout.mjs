// Orders that are paid on Stripe's own page.

/** One open session an order. What Stripe says of it decides, wherever it was heard. */
export class Checkout {
  shipping = new Map()

  constructor(api, save) {
    Object.assign(this, { api, save })
  }

  /** A page to pay on: the one that is open, or another where that has ended. */
  async open(order, code) {
    const before = order.session && (await this.look(order))
    if (before?.status === 'open') return { url: before.url }
    if (before?.status === 'complete') return { status: 'paid' }
    order.round = (order.round ?? 0) + 1
    this.save()
    const promotion = code && (await this.promotion(code))
    try {
      return await this.create(order, promotion)
    } catch (error) {
      // The code was good a moment ago. Without it the order is as good as before.
      if (!promotion || error.param !== 'discounts[0][promotion_code]') throw error
      return { ...(await this.create(order)), notice: 'This code can no longer be used.' }
    }
  }

  async create(order, promotion) {
    const parameters = {
      mode: 'payment',
      success_url: `http://localhost/orders/${order.id}/success`,
      line_items: [
        { quantity: 1, price_data: { currency: 'usd', unit_amount: order.amount, product_data: { name: 'An order' } } },
      ],
      metadata: { order_id: order.id },
      ...(promotion && { discounts: [{ promotion_code: promotion }] }),
    }
    const key = `order-${order.id}-checkout-${order.round}${promotion ? '-discount' : ''}`
    const create = (stripe, options) => stripe.checkout.sessions.create(parameters, options)
    const session = await this.api.ask(create, key)
    order.session = session.id
    this.save()
    return { url: session.url }
  }

  async promotion(code) {
    const find = (stripe) => stripe.promotionCodes.list({ code, active: true, limit: 1 })
    return (await this.api.ask(find, `code-${code}`)).data[0]?.id
  }

  look(order) {
    return this.api.ask((stripe) => stripe.checkout.sessions.retrieve(order.session), `order-${order.id}-look`)
  }

  /** For the success page and for webhooks alike. */
  async settle(order) {
    const session = await this.look(order)
    if (session.payment_status === 'paid') {
      order.status = 'paid'
      await this.ship(order)
    }
    order.told = false
    this.save()
    return order
  }

  async ship(order) {
    if (order.shipped === 'yes') return
    const mark = (stripe, options) =>
      stripe.checkout.sessions.update(order.session, { metadata: { shipped: 1 } }, options)
    const under = this.shipping.get(order.id) ?? this.api.ask(mark, `order-${order.id}-ship`)
    this.shipping.set(order.id, under)
    try {
      await under
      order.shipped = 'yes'
    } finally {
      this.shipping.delete(order.id)
    }
  }
}
