import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'

/** @throws resource_missing (404)  @emits refund.updated  @source https://docs.stripe.com/api/refunds/update (read 2026-11-24) */
export const updateRefund = behaviour('POST /v1/refunds/{refund}', ({ params, body = {} }, world) => {
  const refund = world.refunds.get(params.refund, 'refund')
  const updated = world.refunds.update(refund.id, {
    metadata: mergeMetadata(refund.metadata as Metadata, body.metadata),
  })
  world.emit('refund.updated', updated, refund)
  return updated
})
