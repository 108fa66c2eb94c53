import { behaviour, type Metadata } from '../api.js'
import { missing } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'

/** A refund by its charge. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const retrieveChargesRefund = behaviour('GET /v1/charges/{charge}/refunds/{refund}', ({ params }, world) =>
  refundOf(world, params.charge, params.refund),
)

/** @throws resource_missing (404)  @emits refund.updated  @source stripe/openapi of 2024-04-10 */
export const updateChargesRefund = behaviour(
  'POST /v1/charges/{charge}/refunds/{refund}',
  ({ params, body = {} }, world) => {
    const refund = refundOf(world, params.charge, params.refund)
    const { metadata } = body as { metadata?: Metadata | '' }
    const updated = world.refunds.update(refund.id, {
      metadata: mergeMetadata(refund.metadata as Metadata | null, metadata),
    })
    world.emit('refund.updated', updated, refund)
    return updated
  },
)

function refundOf(world: StripeWorld, charge: string, id: string) {
  const refund = world.refunds.get(id, 'refund')
  if (refund.charge !== world.charges.get(charge, 'charge').id) throw missing('refund', id, 'refund', true)
  return refund
}
