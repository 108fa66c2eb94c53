import { behaviour } from '../api.js'
import { pagesOrigin } from '../pages/origin.js'
import { checkSession } from './checks.js'
import { lineItemsOf } from './line-items.js'
import { insertSession } from './new-session.js'

/**
 * Opens a Checkout Session, with the address of the page to pay on. Amounts in minor units, times in Unix seconds.
 * @throws parameter_missing, parameters_exclusive, resource_missing, amount_too_small, url_invalid, email_invalid, coupon_expired (400);
 * subscriptions, taxes, invoices (501)  @source https://docs.stripe.com/api/checkout/sessions/create (read 2026-11-24)
 */
export const createSession = behaviour('POST /v1/checkout/sessions', ({ body = {}, call }, world) => {
  checkSession(body, world)
  const items = body.mode === 'setup' ? [] : lineItemsOf(world, body.line_items ?? [])
  return insertSession(world, body, { origin: pagesOrigin(call, 'checkout'), items })
})
