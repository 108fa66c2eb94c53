import type { Row } from '../../../src/engine/kit.js'
import { insertTransaction } from '../actions/issuing-amounts.js'
import { behaviour, type IssuingTransaction } from '../api.js'
import type { StripeWorld } from '../world.js'

interface IssuingCard extends Row {
  readonly cardholder: { readonly id: string }
  readonly currency: string
}

interface OnCard {
  readonly card: string
  readonly amount: number
  readonly currency?: string
  readonly merchant_data?: Partial<IssuingTransaction['merchant_data']>
}

/** Where a purchase was made, when the request does not say. @unverified what Stripe puts there */
const MERCHANT = {
  category: 'ac_refrigeration_repair',
  category_code: '7623',
  city: 'San Francisco',
  country: 'US',
  name: 'Rocket Rides',
  network_id: '1234567890',
  postal_code: '94107',
  state: 'CA',
  tax_id: null,
  terminal_id: null,
  url: null,
}

function onCard(world: StripeWorld, body: OnCard, type: 'capture' | 'refund'): IssuingTransaction {
  const card = world.collection<IssuingCard>('issuing.card').named(body.card, 'card')
  const purchase = {
    amount: body.amount,
    card: card.id,
    cardholder: card.cardholder.id,
    currency: body.currency ?? card.currency,
    merchant_data: { ...MERCHANT, ...body.merchant_data },
  }
  return insertTransaction(world, purchase, type, null)
}

/** A merchant takes money without having asked. @throws resource_missing (400) @source https://docs.stripe.com/issuing/testing (read 2026-11) */
export const createForceCapture = behaviour(
  'POST /v1/test_helpers/issuing/transactions/create_force_capture',
  ({ body }, world) => onCard(world, body, 'capture'),
)

/** A merchant gives money that was never taken. @throws resource_missing (400) @source https://docs.stripe.com/issuing/testing (read 2026-11) */
export const createUnlinkedRefund = behaviour(
  'POST /v1/test_helpers/issuing/transactions/create_unlinked_refund',
  ({ body }, world) => onCard(world, body, 'refund'),
)

/** Gives back what a capture took, in whole or in part. @throws resource_missing (404) @source https://docs.stripe.com/issuing/testing (read 2026-11) */
export const refundTransaction = behaviour(
  'POST /v1/test_helpers/issuing/transactions/{transaction}/refund',
  ({ params, body }, world) => {
    const row = world.collection<IssuingTransaction>('issuing.transaction').get(params.transaction, 'transaction')
    return insertTransaction(world, { ...row, amount: body?.refund_amount ?? row.amount }, 'refund', row.authorization)
  },
)
