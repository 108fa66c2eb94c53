import type { IssuingTransaction } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import type { Resource } from './action.js'

type Body = Readonly<Record<string, unknown>>

/** Captures an authorization, in whole or in part: a transaction of the account's takes the amount, with its sign turned. */
export function captured(row: Resource, body: Body, world: StripeWorld): Record<string, unknown> {
  const whole = Number(row.amount)
  const amount = Number(body.capture_amount ?? whole)
  const transaction = insertTransaction(world, purchaseOf(row, amount), 'capture', row.id)
  const closes = body.close_authorization !== false
  return { transactions: [...(row.transactions as unknown[]), transaction], ...(closes && { status: 'closed' }) }
}

function purchaseOf(row: Resource, amount: number): Purchase {
  return {
    amount,
    card: idOf(row.card),
    cardholder: row.cardholder === null ? null : idOf(row.cardholder),
    currency: String(row.currency),
    merchant_data: row.merchant_data as Purchase['merchant_data'],
  }
}

export function incremented(row: Resource, { increment_amount }: Body): Record<string, unknown> {
  const amount = Number(row.amount) + Number(increment_amount)
  return { amount, merchant_amount: amount }
}

/** @throws an amount above what is authorized (400) @unverified wording */
export function reversed(row: Resource, { reverse_amount }: Body): Record<string, unknown> {
  const amount = Number(row.amount) - Number(reverse_amount ?? row.amount)
  if (amount < 0)
    throw invalidRequest(`Invalid reverse_amount: at most ${row.amount} can be reversed.`, { param: 'reverse_amount' })
  return { amount, merchant_amount: amount, ...(amount === 0 && { status: 'reversed' }) }
}

export type Purchase = Pick<IssuingTransaction, 'amount' | 'card' | 'cardholder' | 'currency' | 'merchant_data'>

/** A transaction of a card: captures take money from the account and are negative, refunds give it back. */
export function insertTransaction(
  world: StripeWorld,
  purchase: Purchase,
  type: 'capture' | 'refund',
  authorization: string | null,
): IssuingTransaction {
  const amount = (type === 'capture' ? -1 : 1) * Math.abs(purchase.amount)
  const transaction = world.collection<IssuingTransaction>('issuing.transaction').insert({
    ...purchase,
    id: world.id('ipi'),
    object: 'issuing.transaction',
    amount,
    amount_details: null,
    authorization,
    balance_transaction: null,
    created: world.now(),
    dispute: null,
    livemode: false,
    merchant_amount: amount,
    merchant_currency: purchase.currency,
    metadata: {},
    network_data: null,
    type,
    wallet: null,
  })
  world.emit('issuing_transaction.created', transaction)
  return transaction
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? String((value as { id: unknown }).id) : String(value)
}
