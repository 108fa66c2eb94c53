import { behaviour, type Metadata } from '../api.js'
import { missing } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { list } from '../paging.js'
import type { StripeWorld } from '../world.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/fee_refunds/list (read 2026-11-24) */
export const listFeeRefunds = behaviour('GET /v1/application_fees/{id}/refunds', ({ params, query }, world) => {
  const { id } = world.applicationFees.get(params.id, 'id')
  return list(world.feeRefunds, query, { url: `/v1/application_fees/${id}/refunds`, where: ['fee', id] })
})

/** @throws resource_missing (404) @source https://docs.stripe.com/api/fee_refunds/retrieve (read 2026-11-24) */
export const retrieveFeeRefund = behaviour('GET /v1/application_fees/{fee}/refunds/{id}', ({ params }, world) =>
  feeRefundOf(world, params.fee, params.id),
)

/** @throws resource_missing (404)  @emits application_fee.refund.updated  @source https://docs.stripe.com/api/fee_refunds/update (read 2026-11-24) */
export const updateFeeRefund = behaviour(
  'POST /v1/application_fees/{fee}/refunds/{id}',
  ({ params, body = {} }, world) => {
    const refund = feeRefundOf(world, params.fee, params.id)
    const updated = world.feeRefunds.update(refund.id, {
      metadata: mergeMetadata(refund.metadata as Metadata | null, body.metadata as Metadata | '' | undefined),
    })
    world.emit('application_fee.refund.updated', updated, refund)
    return updated
  },
)

function feeRefundOf(world: StripeWorld, fee: string, id: string) {
  const refund = world.feeRefunds.get(id, 'id')
  if (refund.fee !== world.applicationFees.get(fee, 'fee').id) throw missing('fee_refund', id, 'id', true)
  return refund
}
