import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'
import { flatReversal, type Left, leftOf } from './left.js'
import { checkReference, insertTransaction, type TransactionLine } from './transaction.js'

/**
 * Takes a recorded sale back, whole or in part. Amounts in minor units and negative.
 * @throws resource_missing, resource_already_exists, parameter_missing, parameters_exclusive, a reversal of a reversal, more than is left of a
 * line, of shipping or of the whole, a full reversal where a part was reversed before (400) @unverified codes and wording
 * @source https://docs.stripe.com/api/tax/transactions/create_reversal (read 2026-11)
 */
export const createReversal = behaviour('POST /v1/tax/transactions/create_reversal', ({ body }, world) => {
  const original = world.taxTransactions.named(body.original_transaction, 'original_transaction')
  checkReference(world, body.reference)
  if (original.type === 'reversal') {
    throw invalidRequest('A reversal cannot be reversed.', { param: 'original_transaction' })
  }
  const left = leftOf(world, original)
  const part = body.mode === 'full' ? wholeOf(left) : partOf(left, body)
  const { currency, customer, customer_details, ship_from_details, shipping_cost: shipping, tax_date } = original
  return insertTransaction(
    world,
    {
      currency,
      customer,
      customer_details,
      posted_at: world.now(),
      reference: body.reference,
      reversal: { original_transaction: original.id },
      ship_from_details,
      shipping_cost: shipping && part.shipping ? { ...shipping, ...part.shipping } : null,
      tax_date,
      type: 'reversal',
    },
    part.lines.map((line) => reversedLine(world, left, line)),
    body.metadata,
  )
})

export interface Part {
  readonly lines: readonly LinePart[]
  readonly shipping: { readonly amount: number; readonly amount_tax: number } | null
}

interface LinePart {
  readonly amount: number
  readonly amount_tax: number
  readonly metadata?: Record<string, string>
  readonly original_line_item: string
  readonly quantity?: number
  readonly reference?: string
}

function reversedLine(world: StripeWorld, left: Left, part: LinePart): TransactionLine {
  const { line } = left.lines.find((one) => one.line.id === part.original_line_item) ?? noLine(part.original_line_item)
  return {
    ...line,
    id: world.id('tax_li', 14),
    amount: part.amount,
    amount_tax: part.amount_tax,
    metadata: part.metadata ? mergeMetadata({}, part.metadata) : null,
    quantity: part.quantity ?? line.quantity,
    reference: part.reference ?? line.reference,
    reversal: { original_line_item: line.id },
    type: 'reversal',
  }
}

function noLine(id: string): never {
  throw invalidRequest(`No such line item in the original transaction: '${id}'`, {
    code: 'resource_missing',
    param: 'line_items[original_line_item]',
  })
}

function wholeOf({ lines, shipping, touched }: Left): Part {
  if (touched) {
    throw invalidRequest('A transaction of which a part was reversed cannot be reversed in full: use mode=partial.', {
      param: 'mode',
    })
  }
  return {
    lines: lines.map(({ line }) => ({
      amount: -line.amount,
      amount_tax: -line.amount_tax,
      original_line_item: line.id,
    })),
    shipping: shipping && { amount: -shipping.amount, amount_tax: -shipping.amount_tax },
  }
}

interface PartInput {
  readonly flat_amount?: number
  readonly line_items?: readonly LinePart[]
  readonly shipping_cost?: { readonly amount: number; readonly amount_tax: number }
}

function partOf(left: Left, { flat_amount: flat, line_items: lines, shipping_cost }: PartInput) {
  if (flat !== undefined) {
    if (lines || shipping_cost) {
      throw invalidRequest('You may only specify one of these parameters: flat_amount, line_items.', {
        code: 'parameters_exclusive',
        param: 'flat_amount',
      })
    }
    return flatReversal(left, flat)
  }
  if (!lines && !shipping_cost) {
    throw invalidRequest('Missing required param: line_items.', { code: 'parameter_missing', param: 'line_items' })
  }
  for (const line of lines ?? []) {
    checkLeft(
      left.lines.find((one) => one.line.id === line.original_line_item)?.left ?? noLine(line.original_line_item),
      line,
      'line_items',
    )
  }
  if (shipping_cost) checkLeft(left.shipping ?? { amount: 0, amount_tax: 0 }, shipping_cost, 'shipping_cost')
  return { lines: lines ?? [], shipping: shipping_cost ?? null }
}

type Sum = Pick<TransactionLine, 'amount' | 'amount_tax'>

function checkLeft(left: Sum, part: Sum, param: string): void {
  for (const field of ['amount', 'amount_tax'] as const) {
    if (part[field] <= 0 && -part[field] <= left[field]) continue
    throw invalidRequest(
      `The ${field} to reverse (${part[field]}) must not be positive, nor more than what is left (${left[field]}).`,
      { param: `${param}[${field}]` },
    )
  }
}
