import type { Row } from '../../../../src/engine/kit.js'
import type { BankAccount, Card, Customer, Source } from '../../api.js'
import { missing } from '../../errors.js'
import type { StripeWorld } from '../../world.js'
import { cardOf } from './card.js'

/** What a customer could be charged by before there were payment methods. */
export type CustomerSource = BankAccount | Card | Source

/** Which sources a customer has, oldest first. Its id is the customer's. */
export interface SourceOrder extends Row {
  readonly ids: readonly string[]
}

/** A bank account of a customer's, a card, or a Source with a capital S: whoever has it. */
export function findSource(world: StripeWorld, id: string): CustomerSource | undefined {
  if (id.startsWith('src_')) return world.sources.find(id)
  const method = id.startsWith('card_') ? world.paymentMethods.find(id) : undefined
  return method ? cardOf(method) : world.bankAccounts.find(id)
}

export function sourceIds(world: StripeWorld, customer: string): readonly string[] {
  return world.sourceOrders.find(customer)?.ids ?? []
}

/** A customer's sources: the default one, then the newest first. @unverified beyond the first place of the default */
export function sourcesOf(world: StripeWorld, { id, default_source: first }: Customer): CustomerSource[] {
  const ids = [...sourceIds(world, id)].sort((a, b) => Number(a === first) - Number(b === first)).reverse()
  return ids.map((each) => findSource(world, each)).filter((source) => source !== undefined)
}

/** One of a customer's own. @throws resource_missing (404 where it stands in the path, or 400) @unverified wording where it is in the path */
export function sourceOf(
  world: StripeWorld,
  customer: string,
  id: string,
  param = 'id',
  inPath = true,
): CustomerSource {
  const source = sourceIds(world, customer).includes(id) ? findSource(world, id) : undefined
  if (!source) throw missing('source', id, param, inPath)
  return source
}
