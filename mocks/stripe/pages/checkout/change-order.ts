import { VendorError } from '../../../../src/engine/kit.js'
import type { CheckoutSession } from '../../api.js'
import { partsOf } from '../../checkout-sessions/checkout-session.js'
import { checkedCode } from '../../checkout-sessions/discount.js'
import { requantified } from '../../checkout-sessions/line-items.js'
import { reprice } from '../../checkout-sessions/reprice.js'
import { promotionCodeState } from '../../promotion-codes/promotion-code.js'
import type { StripeWorld } from '../../world.js'
import type { Fields } from './read-form.js'
import { goTo } from './returned.js'
import { sessionPage } from './view.js'

/** A code applied or taken away, another quantity, another way of shipping. */
export function changeOrder(world: StripeWorld, session: CheckoutSession, fields: Fields, body: unknown) {
  if (fields.action === 'code' || fields.code) {
    const problem = applyCode(world, session, fields.code?.trim() ?? '')
    if (problem !== undefined) {
      const state = { values: { ...keptOf(fields), code: fields.code ?? '' }, wrong: { code: problem } }
      return sessionPage(world, session, { state, status: 422 })
    }
  } else if (fields.action === 'remove-code') reprice(world, session, { discount: null })
  else if (fields.action === 'shipping') chooseShipping(world, session, fields.shipping_rate)
  else changeQuantities(world, session, body)
  const kept = keptOf(fields)
  if (Object.keys(kept).length === 0) return goTo(`/c/pay/${session.id}`)
  const now = world.checkoutSessions.get(session.id, 'session')
  return sessionPage(world, now, { state: { values: kept, wrong: {} } })
}

/** What stood in the other form, which the page's script sends along so that it is not lost. */
function keptOf({ keep }: Fields): Fields {
  return Object.fromEntries(new URLSearchParams(keep ?? ''))
}

/** @returns what is wrong with it, for the person */
function applyCode(world: StripeWorld, session: CheckoutSession, typed: string): string | undefined {
  if (!session.allow_promotion_codes) return 'This checkout takes no promotion codes.'
  if (typed === '') return 'Enter a code.'
  const same = world.promotionCodes.all().filter(({ code }) => code.toLowerCase() === typed.toLowerCase())
  const own = same.find(({ customer }) => customer !== null && customer === session.customer)
  const active = same.find((code) => promotionCodeState(code, world.now(), world) === 'active')
  const found = own ?? active ?? same.at(-1)
  if (!found) return 'This code is invalid.'
  try {
    const purchase = { items: partsOf(world, session.id).items, customer: session.customer as string | null }
    reprice(world, session, { discount: checkedCode(world, found, purchase, 'code') })
    return undefined
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    return error.message
  }
}

function chooseShipping(world: StripeWorld, session: CheckoutSession, rate: string | undefined): void {
  const chosen = session.shipping_options.findIndex((option) => option.shipping_rate === rate)
  if (chosen >= 0) reprice(world, session, { shipping: chosen })
}

/** A quantity outside of what the shop allows is brought within it; a line of none is left at none. */
function changeQuantities(world: StripeWorld, session: CheckoutSession, body: unknown): void {
  const asked = (body as { quantity?: Record<string, unknown> } | undefined)?.quantity ?? {}
  const items = partsOf(world, session.id).items.map((item) => {
    const { adjustable_quantity: adjustable, id } = item
    const wanted = Object.hasOwn(asked, id) ? Number(asked[id]) : Number.NaN
    if (!adjustable?.enabled || !Number.isInteger(wanted)) return item
    return requantified(world, item, Math.min(Math.max(wanted, adjustable.minimum ?? 0), adjustable.maximum ?? 99))
  })
  if (items.some(({ quantity }) => (quantity ?? 0) > 0)) reprice(world, session, { items })
}
