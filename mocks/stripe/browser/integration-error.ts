/** The page has called something wrongly: thrown, where what goes wrong with a payment is answered. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError'
}

/** For what Stripe.js can do and the stand-in cannot. */
export function notSimulated(what: string): IntegrationError {
  return new IntegrationError(`Standin does not simulate ${what}. See docs/stripe-js.md for what it does.`)
}
