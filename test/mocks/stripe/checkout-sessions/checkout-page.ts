import type Stripe from 'stripe'
import type { stripeWorld } from '../../../support/stripe.js'

type World = Awaited<ReturnType<typeof stripeWorld>>

export const base = {
  mode: 'payment',
  success_url: 'http://localhost:3000/done?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/cart',
  line_items: [{ quantity: 2, price_data: { currency: 'eur', unit_amount: 1250, product_data: { name: 'Tea' } } }],
} satisfies Stripe.Checkout.SessionCreateParams

/** What a person enters to pay with a card. */
export const person = (card = '4242 4242 4242 4242') => ({
  email: 'ada@shop.example',
  name: 'Ada Byron',
  card_number: card,
  card_expiry: '12 / 30',
  cvc: '123',
  billing_country: 'DE',
})

/** The page of a session as a browser without scripts has it: what it shows, and its forms sent back. */
export async function checkoutPage({ send }: World, url: string | null) {
  const target = new URL(url ?? 'http://localhost/none').pathname
  const show = async () => {
    const answer = await send({ target, key: null })
    return { ...answer, html: String(answer.body) }
  }
  const first = await show()
  const token = /name="token" value="(\w+)"/.exec(first.html)?.[1] ?? ''
  return {
    first,
    show,
    post: async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const text = new URLSearchParams({ token, ...fields }).toString()
      const answer = await send({ method: 'POST', target, key: null, text, headers })
      return { ...answer, html: String(answer.body), location: String(answer.headers.Location ?? '') }
    },
  }
}
