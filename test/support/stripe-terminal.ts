import type Stripe from 'stripe'

/** A reader: a simulated one unless another code is given. */
export async function registered(stripe: Stripe, registration_code = 'simulated-wpe'): Promise<string> {
  return (await stripe.terminal.readers.create({ registration_code })).id
}

/** A PaymentIntent that is to be paid at a reader. */
export async function atReader(
  stripe: Stripe,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    allowed_payment_method_types: ['card_present'],
    capture_method: 'automatic',
    ...more,
  })
}

/** Has a PaymentIntent paid at a reader, by the number of a card, or as it comes without one. */
export async function presented(
  stripe: Stripe,
  reader: string,
  intent: string,
  number?: string,
  more: { amount_tip?: number } = {},
): Promise<Stripe.Terminal.Reader> {
  await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: intent })
  const card = number === undefined ? {} : { card_present: { number } }
  return stripe.testHelpers.terminal.readers.presentPaymentMethod(reader, { ...card, ...more })
}
