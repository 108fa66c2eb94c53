import { escapeMarkup, reply } from '../../../src/engine/kit.js'
import { type PaymentMethod, page } from '../api.js'
import { settleSessionPayment, settleSessionSetup } from '../checkout-sessions/settle.js'
import { shown, symbol } from '../payment-intents/amount.js'
import { settlePayment } from '../payment-intents/authenticate.js'
import { settleSetup } from '../setup-intents/authenticate.js'
import type { StripeWorld } from '../world.js'
import type { Authentication } from './authentication.js'
import { htmlPage } from './html.js'

/** The page on which a person passes or fails 3D Secure. @throws resource_missing (404) @source https://docs.stripe.com/testing#3d-secure-payments (as captured 2026-08-07) */
export const showAuthentication = page(
  'GET /redirect/authenticate/{authentication}',
  ({ params }, world: StripeWorld) => {
    const authentication = world.authentications.get(params.authentication ?? '', 'authentication')
    if (authentication.state !== 'pending') return done(authentication)
    const own = world.port.inScope<StripeWorld>(authentication.scope)
    const method = own.paymentMethods.find(authentication.method)
    return htmlPage(
      '3D Secure test page',
      `<p>The bank asks whether it is you who pays.</p>${facts(authentication, method, own)}
<form method="post"><button class="go" name="outcome" value="complete">Complete</button><button class="stop" name="outcome" value="fail">Fail</button></form>`,
      200,
      true,
    )
  },
)

/**
 * What the person chose; a test may post `outcome=complete` or `outcome=fail` by itself.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payments/accept-a-payment (from memory): the parameters put on the return_url
 */
export const answerAuthentication = page(
  'POST /redirect/authenticate/{authentication}',
  ({ params, body, call }, world: StripeWorld) => {
    const { outcome } = body as { outcome?: string }
    const authentication = world.authentications.get(params.authentication ?? '', 'authentication')
    if (outcome !== 'complete' && outcome !== 'fail') {
      return htmlPage(
        'That was no answer',
        '<p>Send <code>outcome=complete</code> or <code>outcome=fail</code>.</p>',
        400,
      )
    }
    if (authentication.state !== 'pending') return done(authentication)
    const passed = outcome === 'complete'
    const answered = world.authentications.update(authentication.id, { state: passed ? 'passed' : 'failed' })
    const settle = authentication.kind === 'payment' ? settlePayment : settleSetup
    const own = world.port.inScope<StripeWorld>(answered.scope)
    const { clientSecret, succeeded } = settle(own, answered, passed, call)
    settleSession(own, answered)
    if (authentication.returnUrl === null) return done(answered)
    const back = new URL(authentication.returnUrl)
    const name = authentication.kind === 'payment' ? 'payment_intent' : 'setup_intent'
    back.searchParams.set(name, authentication.intent)
    back.searchParams.set(`${name}_client_secret`, clientSecret ?? '')
    back.searchParams.set('redirect_status', succeeded ? 'succeeded' : 'failed')
    return reply({ status: 303, headers: { Location: back.href }, body: '', contentType: 'text/plain' })
  },
)

/** The intent may be that of a Checkout Session. @emits checkout.session.completed */
function settleSession(world: StripeWorld, { intent: id, kind }: Authentication): void {
  const payment = kind === 'payment' ? world.paymentIntents.find(id) : undefined
  const setup = kind === 'setup' ? world.setupIntents.find(id) : undefined
  if (payment) settleSessionPayment(world, payment)
  if (setup) settleSessionSetup(world, setup)
}

function done({ state }: Authentication) {
  const said = state === 'passed' ? 'You have been authenticated.' : 'The authentication failed.'
  return htmlPage('3D Secure is finished', `<p>${said} You can close this page.</p>`, 200, true)
}

function facts({ kind, intent }: Authentication, method: PaymentMethod | undefined, world: StripeWorld): string {
  const card = method?.card ? `${method.card.brand} ending in ${method.card.last4}` : 'unknown'
  const payment = kind === 'payment' ? world.paymentIntents.find(intent) : undefined
  const amount = payment
    ? `${symbol(payment.currency)}${shown(payment.amount, payment.currency)} ${payment.currency.toUpperCase()}`
    : 'nothing now'
  const rows = { Card: card, Amount: amount, For: payment?.description ?? 'a test payment' }
  return `<dl>${Object.entries(rows)
    .map(([name, value]) => `<dt>${name}</dt><dd>${escapeMarkup(String(value))}</dd>`)
    .join('')}</dl>`
}
