import type { Resource } from './actions/action.js'
import type { StripeWorld } from './world.js'

type Fields = Readonly<Record<string, unknown>>

/** Fields of a new resource that follow from its others, or from what it refers to, by type. */
export const COMPLETED: Readonly<Record<string, (row: Fields, world: StripeWorld) => Fields>> = {
  'issuing.card': ({ shipping }) => (shipping ? { shipping: { ...shipping, status: 'pending' } } : {}),
  'treasury.credit_reversal': ({ received_credit }, world) =>
    moneyOf('treasury.received_credit', received_credit, world),
  'treasury.debit_reversal': ({ received_debit }, world) => moneyOf('treasury.received_debit', received_debit, world),
}

function moneyOf(type: string, id: unknown, world: StripeWorld): Fields {
  const { amount, currency, financial_account } = world
    .collection<Resource>(type)
    .named(String(id), type.replace(/^.*\./, ''))
  return { amount, currency, financial_account }
}
