import { type ApplicationFee, behaviour, type Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'
import { applicationFeeLifecycle, standingOf } from './application-fee.js'
import { refundFee } from './refund.js'

/**
 * Refunds an application fee, whole or in part.
 * @throws resource_missing (404), parameter_invalid_integer, a fee that is refunded, more than is left (400) @unverified wording
 * @emits application_fee.refunded  @source https://docs.stripe.com/api/fee_refunds/create (read 2026-11-24)
 */
export const createFeeRefund = behaviour('POST /v1/application_fees/{id}/refunds', ({ params, body = {} }, world) =>
  refundPart(world, world.applicationFees.get(params.id, 'id'), body),
)

/** The same, answered with the fee. @throws resource_missing (404) @emits application_fee.refunded @source stripe/openapi of 2024-04-10 */
export const refundFeeDirectly = behaviour('POST /v1/application_fees/{id}/refund', ({ params, body = {} }, world) => {
  const fee = world.applicationFees.get(params.id, 'id')
  refundPart(world, fee, body as { amount?: number })
  return world.applicationFees.get(fee.id, 'id')
})

function refundPart(world: StripeWorld, fee: ApplicationFee, input: { amount?: number; metadata?: object }) {
  const left = fee.amount - fee.amount_refunded
  if (left < 1 || !applicationFeeLifecycle.allows(standingOf(fee), 'refund')) {
    throw invalidRequest(`Application fee ${fee.id} has already been refunded.`)
  }
  const amount = input.amount ?? left
  if (amount < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amount > left) {
    throw invalidRequest(`Refund amount (${amount}) is greater than the unrefunded amount on the fee (${left}).`, {
      param: 'amount',
    })
  }
  return refundFee(world, fee, amount, mergeMetadata({}, input.metadata as Metadata | undefined))
}
