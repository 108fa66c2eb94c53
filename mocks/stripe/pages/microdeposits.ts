import { Refusal, VendorError } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { verify as verifyPayment } from '../payment-intents/verify-microdeposits.js'
import { verify as verifySetup } from '../setup-intents/verify-microdeposits.js'
import type { StripeWorld } from '../world.js'
import { htmlPage } from './html.js'

/**
 * The page on which a person says which code came with the small deposit.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payments/ach-direct-debit (read 2026-11): `hosted_verification_url`; @unverified that it looks like Stripe's own
 */
export const showMicrodeposits = page('GET /microdeposit/{intent}', ({ params }, world: StripeWorld) => {
  const { own } = verificationOf(world, params.intent ?? '')
  own.microdeposits.get(params.intent ?? '', 'intent')
  return htmlPage(
    'Microdeposits test page',
    `<p>A small deposit is in the customer's bank account. Which code came with it?</p>
<form method="post"><button class="go" name="descriptor_code" value="SM11AA">SM11AA, the right one</button><button class="stop" name="descriptor_code" value="SM33CC">SM33CC, once too often</button></form>`,
  )
})

/**
 * What the person said; a test may post a `descriptor_code` by itself.
 * @throws resource_missing (404)  @emits those of verifying  @source https://docs.stripe.com/payments/ach-direct-debit (read 2026-11)
 */
export const answerMicrodeposits = page('POST /microdeposit/{intent}', ({ params, body, call }, world: StripeWorld) => {
  const id = params.intent ?? ''
  const { own } = verificationOf(world, id)
  const { descriptor_code: code = '' } = body as { descriptor_code?: string }
  const payment = own.paymentIntents.find(id)
  try {
    if (payment) verifyPayment(own, payment, { descriptor_code: code }, call)
    else verifySetup(own, own.setupIntents.get(id, 'intent'), { descriptor_code: code })
  } catch (error) {
    // The page goes on, and the intent says what became of it.
    if (error instanceof Refusal) return htmlPage('That was not it', '<p>The bank account was not verified.</p>')
    if (error instanceof VendorError) return htmlPage('Nothing to verify', '<p>This verification is over.</p>', 400)
    throw error
  }
  return htmlPage('The bank account is verified', '<p>You can close this page.</p>')
})

/** The account in which an intent waits: the platform's own, or a connected one. */
function verificationOf(world: StripeWorld, id: string): { readonly own: StripeWorld } {
  if (world.microdeposits.find(id)) return { own: world }
  const connected = world.accounts.all().find((account) => world.of(account.id).microdeposits.find(id))
  return { own: connected ? world.of(connected.id) : world }
}
