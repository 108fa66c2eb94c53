// Orders that are paid on Stripe's own page, as it is often built.

/** Believes the address that a customer comes by, and whoever calls. */
export class Checkout {
  constructor(stripe, insistently) {
    Object.assign(this, { stripe, insistently })
  }

  async open(order, code) {
    if (order.session) return { url: order.session.url }
    const promotion = code && (await this.stripe.promotionCodes.list({ code, active: true })).data[0]?.id
    order.session = await this.insistently(() =>
      this.stripe.checkout.sessions.create({
        mode: 'payment',
        success_url: `http://localhost/orders/${order.id}/success`,
        line_items: [
          {
            quantity: 1,
            price_data: { currency: 'usd', unit_amount: order.amount, product_data: { name: 'An order' } },
          },
        ],
        metadata: { order_id: order.id },
        ...(promotion && { discounts: [{ promotion_code: promotion }] }),
      }),
    )
    return { url: order.session.url }
  }

  async ship(order) {
    order.shipped++
    await this.insistently(() =>
      this.stripe.checkout.sessions.update(order.session.id, { metadata: { shipped: order.shipped } }),
    )
    return order
  }
}
