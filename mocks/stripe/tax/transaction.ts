import type { Row } from '../../../src/engine/kit.js'
import type { Metadata, Schemas, TaxTransaction } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

export type TransactionLine = Schemas['tax.transaction_line_item']
export type CalculationLine = Schemas['tax.calculation_line_item']

/** Lines are shown only where they are expanded, or listed. The id is that of their calculation or transaction. */
export interface TaxLines extends Row {
  readonly lines: readonly (CalculationLine | TransactionLine)[]
  /** The transaction that a calculation was recorded as. */
  readonly transaction?: string
}

/** @throws resource_already_exists (400) @unverified code and wording @source https://docs.stripe.com/api/tax/transactions/create_from_calculation (read 2026-11): unique across all, reversals too */
export function checkReference(world: StripeWorld, reference: string): void {
  const [other] = world.taxTransactions.where('reference', reference)
  if (!other) return
  throw invalidRequest(`A tax transaction with the reference '${reference}' already exists: ${other.id}.`, {
    code: 'resource_already_exists',
    param: 'reference',
  })
}

/** The lines of a transaction, in their own order. */
export function transactionLines(world: StripeWorld, id: string): TransactionLine[] {
  const { lines = [] } = world.taxLines.find(id) ?? {}
  return lines.filter((line) => line.object === 'tax.transaction_line_item')
}

export function insertTransaction(
  world: StripeWorld,
  fields: Omit<TaxTransaction, 'id' | 'object' | 'created' | 'livemode' | 'line_items' | 'metadata'>,
  lines: readonly TransactionLine[],
  metadata: Metadata | undefined,
): TaxTransaction {
  const id = world.id('tax')
  world.taxLines.insert({ id, lines })
  return world.taxTransactions.insert({
    ...fields,
    id,
    object: 'tax.transaction',
    created: world.now(),
    livemode: false,
    metadata: metadata ?? {},
  })
}
