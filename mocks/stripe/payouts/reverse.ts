import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { makePayout } from './make.js'
import { checkAllowed } from './payout.js'

/**
 * Takes a payout back from the bank account: a payout of its own, with an amount below zero.
 * @throws resource_missing (404), a payout that has not arrived, or was reversed (400)  @emits payout.created, payout.updated
 * @source https://docs.stripe.com/api/payouts/reverse (read 2026-11-24); @unverified that the money is there at once
 */
export const reversePayout = behaviour('POST /v1/payouts/{payout}/reverse', ({ params, body = {} }, world) => {
  const payout = world.payouts.get(params.payout, 'payout')
  checkAllowed(payout, 'reverse')
  if (payout.reversed_by !== null || payout.original_payout !== null) {
    throw invalidRequest(`This payout has already been reversed (${payout.reversed_by ?? payout.original_payout}).`)
  }
  const reversal = makePayout(world, {
    amount: -payout.amount,
    currency: payout.currency,
    destination: payout.destination as string,
    type: payout.type,
    automatic: false,
    description: payout.description,
    metadata: mergeMetadata({}, body.metadata),
    method: 'standard',
    statementDescriptor: payout.statement_descriptor,
    original: payout.id,
  })
  const reversed = world.payouts.update(payout.id, { reversed_by: reversal.id })
  world.emit('payout.updated', reversed, payout)
  return reversal
})
