import type { Charge, Refund } from '../api.js'
import { refundFeeOf } from '../application-fees/refund.js'
import { invalidRequest } from '../errors.js'
import { reverseTransfer } from '../transfers/reverse.js'
import type { StripeWorld } from '../world.js'

interface Share {
  readonly amount: number
  readonly refund_application_fee?: boolean
  readonly reverse_transfer?: boolean
}

/**
 * What a refund takes along: the part of the transfer that the charge was passed on with, and of the platform's fee.
 * @returns the reversal's id  @throws a charge without a transfer (400) @unverified wording
 */
export function reverseWith(world: StripeWorld, charge: Charge, share: Share, refund: Refund): string | undefined {
  if (share.refund_application_fee) refundFeeOf(world.platform, charge.id, share.amount, charge.amount)
  if (!share.reverse_transfer) return undefined
  const transfer = charge.transfer === undefined ? undefined : world.transfers.find(charge.transfer as string)
  if (!transfer) {
    throw invalidRequest('This charge was not passed on with a transfer, so that there is none to reverse.', {
      param: 'reverse_transfer',
    })
  }
  const left = transfer.amount - transfer.amount_reversed
  const amount = Math.min(left, Math.round((transfer.amount * share.amount) / charge.amount_captured))
  return amount > 0 ? reverseTransfer(world, transfer, { amount, metadata: {}, refund: refund.id }).id : undefined
}
