import type { CheckoutSession, PaymentIntent, SetupIntent } from '../../api.js'
import { partsOf } from '../../checkout-sessions/checkout-session.js'
import type { StripeWorld } from '../../world.js'
import { html } from '../markup.js'
import type { FormState } from './field.js'
import { paymentForm } from './payment-form.js'
import { checkoutPage, saying } from './shell.js'
import { shopName, summary } from './summary.js'

export interface View {
  readonly state?: FormState
  /** What went wrong with the payment. */
  readonly alert?: string
  readonly status?: number
}

const EMPTY: FormState = { values: {}, wrong: {} }

/** The page of a session: to pay on while it is open, and what has become of it afterwards. */
export function sessionPage(world: StripeWorld, session: CheckoutSession, { alert, state, status }: View = {}) {
  if (session.status === 'complete') return completePage(world, session)
  if (session.status === 'expired') return expiredPage(session)
  const values = { billing_country: world.account.country ?? 'US', ...state?.values }
  const shop = shopName(world)
  const told = alert ?? (state ? undefined : lastError(world, session))
  return checkoutPage({
    title: `${shop}: checkout`,
    framed: isEmbedded(session),
    status: status ?? 200,
    script: true,
    leadsTo: [session.success_url, hooksOf(partsOf(world, session.id).origin)],
    body: html`<main><section class="side" aria-label="Order summary"><div>
<header>${session.cancel_url !== null && html`<a href="${session.cancel_url}" aria-label="Back to ${shop}">←</a>`}<span>${shop}</span><span class="test">TEST MODE</span></header>
${session.mode === 'setup' ? html`<h1>Save a card for later</h1><p class="total">Nothing to pay now</p>` : summary(world, session, state ?? EMPTY)}</div></section>
<section class="pay" aria-label="Payment"><div>${paymentForm(world, session, { values, wrong: state?.wrong ?? {} }, told)}
<footer>A page of Standin, the stand-in for Stripe on this machine. Test cards only: no money moves here.</footer></div></section></main>`,
  })
}

/** The bank's page is at another host where the session came in under Stripe's own names. */
function hooksOf(origin: string): string {
  return origin.replace('//checkout.stripe.com', '//hooks.stripe.com')
}

/** Why the last attempt failed, for somebody who comes back from 3D Secure. */
function lastError(world: StripeWorld, session: CheckoutSession): string | undefined {
  const payment: PaymentIntent | undefined = world.paymentIntents.find(String(session.payment_intent))
  const setup: SetupIntent | undefined = world.setupIntents.find(String(session.setup_intent))
  const error = payment?.last_payment_error ?? setup?.last_setup_error
  if (!error) return undefined
  if (!error.code?.endsWith('_authentication_failure')) return error.message ?? 'Your card was declined.'
  return 'We are unable to authenticate your payment method. Please choose a different payment method and try again.'
}

function completePage(world: StripeWorld, session: CheckoutSession) {
  if (isEmbedded(session)) return embeddedEnd(session)
  const { confirmation } = partsOf(world, session.id)
  if (confirmation !== undefined) {
    const { after_submit: text } = session.custom_text
    return saying(
      'Thanks for your payment',
      html`<p>${confirmation ?? text?.message ?? 'A payment to the shop was made.'}</p>`,
    )
  }
  const done = session.mode === 'setup' ? 'This card is saved' : 'This order is paid'
  const back = successUrl(session)
  return saying(
    done,
    html`<p>The checkout is complete: there is nothing more to do here.</p>${back !== undefined && html`<p><a href="${back}">Go on to the shop</a></p>`}`,
  )
}

/** Tells the page around it; the person sees it only where the session does not lead on. */
function embeddedEnd(session: CheckoutSession) {
  const url = session.redirect_on_completion === 'never' ? '' : (successUrl(session) ?? '')
  return saying('Thanks for your payment', html`<p data-complete="${url}">The checkout is complete.</p>`, {
    framed: true,
    script: true,
  })
}

function isEmbedded({ ui_mode: mode }: CheckoutSession): boolean {
  return mode === 'embedded_page'
}

function expiredPage(session: CheckoutSession) {
  const { after_expiration: after, cancel_url: back } = session
  const { enabled, url } = after?.recovery ?? {}
  return saying(
    'This checkout has expired',
    html`<p>It was open too long, or the shop has closed it. Nothing was paid.</p>${enabled && url && html`<p><a href="${url}">Start again with the same order</a></p>`}${back !== null && html`<p><a href="${back}">Back to the shop</a></p>`}`,
    { framed: isEmbedded(session) },
  )
}

/** Where the page goes on to after a form: to the shop, or to itself, which says what is to be said there. */
export function afterwards(session: CheckoutSession): string {
  const leaves = session.status === 'complete' && !isEmbedded(session) && successUrl(session)
  return leaves || `/c/pay/${session.id}`
}

/** Where a complete session leads to, with its id put in. */
export function successUrl({ id, return_url: embedded, success_url: url }: CheckoutSession): string | undefined {
  return (url ?? embedded)?.replace(/(?:\{|%7B)CHECKOUT_SESSION_ID(?:\}|%7D)/gi, id)
}
