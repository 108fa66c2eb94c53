import { type CallFacts, Refusal, VendorError } from '../../../../src/engine/kit.js'
import { type CheckoutSession, page } from '../../api.js'
import { partsOf } from '../../checkout-sessions/checkout-session.js'
import { paySession } from '../../checkout-sessions/pay.js'
import { recheckDiscount, reprice } from '../../checkout-sessions/reprice.js'
import { insertCard } from '../../payment-methods/payment-method.js'
import { type RawCard, readRawCard } from '../../test-cards/raw-card.js'
import type { StripeWorld } from '../../world.js'
import { html } from '../markup.js'
import { changeOrder } from './change-order.js'
import { type Fields, fieldsOf, readPayment } from './read-form.js'
import { goTo } from './returned.js'
import { saying } from './shell.js'
import { afterwards, sessionPage } from './view.js'

/**
 * What the page's forms send: a change of the order, or the payment. A form of another site's is refused, by the token that stands
 * in the page alone and by what the browser says of where it comes from.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payments/checkout/how-checkout-works (read 2026-11); the forms are our own
 */
export const submitCheckout = page('POST /c/pay/{session}', ({ params, body, call }, world: StripeWorld) => {
  const session = world.checkoutSessions.get(params.session ?? '', 'session')
  const fields = fieldsOf(body)
  if (!comesFromPage(call, fields, partsOf(world, session.id).formToken)) return notFromPage(session)
  if (session.status !== 'open') return goTo(`/c/pay/${session.id}`)
  return fields.action === 'pay' ? pay(world, session, fields, call) : changeOrder(world, session, fields, body)
})

function comesFromPage(call: CallFacts, { token }: Fields, expected: string): boolean {
  const site = call.header('sec-fetch-site')
  return token === expected && (site === undefined || site === 'same-origin' || site === 'none')
}

function notFromPage({ id }: CheckoutSession) {
  const body = html`<p>Nothing was paid. Open the checkout again and send the form from there.</p><p><a href="/c/pay/${id}">Open the checkout</a></p>`
  return saying('That form did not come from the checkout page', body, { status: 403 })
}

/** @refuses nothing: what the bank says is told on the page */
function pay(world: StripeWorld, session: CheckoutSession, fields: Fields, call: CallFacts) {
  const { card, entered, wrong } = readPayment(session, fields)
  const again = (more: { alert?: string; wrong?: Record<string, string>; status?: number }) => {
    const now = world.checkoutSessions.get(session.id, 'session')
    const state = { values: kept(fields), wrong: { ...wrong, ...more.wrong } }
    return sessionPage(world, now, {
      state,
      status: more.status ?? 422,
      ...(more.alert !== undefined && { alert: more.alert }),
    })
  }
  if (Object.keys(wrong).length > 0) return again({})
  const spoiled = spoiledDiscount(world, session)
  if (spoiled !== undefined) return again({ alert: `${spoiled} The total is shown without it now.` })
  try {
    return world.port.savepoint(() => {
      const method = card && insertCard(world, readRawCard(card, world), { billing_details: billing(entered.details) })
      const back = `${partsOf(world, session.id).origin}/c/pay/${session.id}/return`
      const { next, session: paid } = paySession(world, session, { call, entered, method, back })
      return goTo(next ?? afterwards(paid))
    })
  } catch (error) {
    // A bank's refusal keeps what was tried; a card that could not even be read leaves nothing.
    const told = error instanceof Refusal ? error.error : error
    if (!(told instanceof VendorError)) throw error
    const name = fieldOf(told, card)
    return again({ status: told.status, ...(name ? { wrong: { [name]: told.message } } : { alert: told.message }) })
  }
}

/** A discount that has run out while the page was open is taken away, and told. */
function spoiledDiscount(world: StripeWorld, session: CheckoutSession): string | undefined {
  try {
    recheckDiscount(world, session)
    return undefined
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    reprice(world, session, { discount: null })
    return error.message
  }
}

function billing({ address, email, name, phone }: NonNullable<CheckoutSession['customer_details']>) {
  return {
    ...(address && { address }),
    ...(email !== null && { email }),
    ...(name !== null && { name }),
    ...(phone !== null && { phone }),
  }
}

/** The field that an error of the card's is about. */
function fieldOf({ code, fields }: VendorError, card: RawCard | undefined): string | undefined {
  if (!card || code === undefined || fields?.charge !== undefined || fields?.payment_intent !== undefined)
    return undefined
  const names: Record<string, string> = {
    number: 'card_number',
    exp_month: 'card_expiry',
    exp_year: 'card_expiry',
    cvc: 'cvc',
  }
  return names[String(fields?.param)]
}

/** What the form shows again: never the card. */
function kept(fields: Fields): Fields {
  const { card_expiry: _, card_number: __, cvc: ___, token: ____, ...rest } = fields
  return rest
}
