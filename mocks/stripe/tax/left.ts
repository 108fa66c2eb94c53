import type { TaxTransaction } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { type TransactionLine, transactionLines } from './transaction.js'

interface Sum {
  readonly amount: number
  readonly amount_tax: number
}

/** What is left of a transaction once what was reversed before is taken off. */
export interface Left {
  readonly lines: readonly { readonly line: TransactionLine; readonly left: Sum }[]
  readonly shipping: (Sum & { readonly tax_behavior: string }) | null
  /** Whether anything was reversed. */
  readonly touched: boolean
}

export function leftOf(world: StripeWorld, original: TaxTransaction): Left {
  const reversals = world.taxTransactions.all().filter((one) => one.reversal?.original_transaction === original.id)
  const reversed = reversals.flatMap(({ id }) => transactionLines(world, id))
  const lines = transactionLines(world, original.id).map((line) => {
    const parts = reversed.filter(({ reversal }) => reversal?.original_line_item === line.id)
    return { line, left: [line, ...parts].reduce(added, { amount: 0, amount_tax: 0 }) }
  })
  const { shipping_cost: shipping } = original
  const parts = reversals.flatMap((one) => one.shipping_cost ?? [])
  return {
    lines,
    shipping: shipping && { ...[shipping, ...parts].reduce(added, NOTHING), tax_behavior: shipping.tax_behavior },
    touched: reversals.length > 0,
  }
}

const NOTHING: Sum = { amount: 0, amount_tax: 0 }

function added(sum: Sum, { amount, amount_tax }: Sum): Sum {
  return { amount: sum.amount + amount, amount_tax: sum.amount_tax + amount_tax }
}

/** What a customer paid for it. */
function paid({ amount, amount_tax }: Sum, behavior: string): number {
  return behavior === 'inclusive' ? amount : amount + amount_tax
}

/**
 * Spreads an amount, tax included, over what is left, each by its share; what rounding leaves goes to the last ones.
 * @throws an amount that is not negative, or more than is left (400) @unverified how Stripe rounds
 * @source https://docs.stripe.com/tax/custom#reversals (read 2026-11)
 */
export function flatReversal({ lines, shipping }: Left, flat: number) {
  const rows = [
    ...lines.map(({ line, left }) => ({ left, behavior: String(line.tax_behavior), id: line.id })),
    ...(shipping ? [{ left: shipping, behavior: shipping.tax_behavior, id: null }] : []),
  ]
  const whole = rows.reduce((sum, { left, behavior }) => sum + paid(left, behavior), 0)
  if (flat >= 0 || -flat > whole) {
    throw invalidRequest(`The flat_amount (${flat}) must be negative, and not more than what is left (${whole}).`, {
      param: 'flat_amount',
    })
  }
  let before = 0
  let given = 0
  const parts = rows.map(({ left, behavior, id }) => {
    before += paid(left, behavior)
    const upTo = Math.round((-flat * before) / whole)
    const share = upTo - given
    given = upTo
    return { id, ...split(share, left, behavior) }
  })
  const part = ({ amount, amount_tax }: Sum) => ({
    amount: amount === 0 ? 0 : -amount,
    amount_tax: amount_tax === 0 ? 0 : -amount_tax,
  })
  const ofShipping = parts.find(({ id }) => id === null)
  return {
    lines: parts.flatMap((one) => (one.id === null ? [] : [{ ...part(one), original_line_item: one.id }])),
    shipping: ofShipping ? part(ofShipping) : null,
  }
}

/** The part of what was paid that is tax, and the rest. */
function split(share: number, left: Sum, behavior: string): Sum {
  const whole = paid(left, behavior)
  const tax = whole === 0 ? 0 : Math.round((share * left.amount_tax) / whole)
  return { amount: behavior === 'inclusive' ? share : share - tax, amount_tax: tax }
}
