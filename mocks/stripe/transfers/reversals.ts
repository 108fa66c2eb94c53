import { behaviour, type Metadata } from '../api.js'
import { missing } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { list } from '../paging.js'
import type { StripeWorld } from '../world.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/transfer_reversals/list (read 2026-11-24) */
export const listReversals = behaviour('GET /v1/transfers/{id}/reversals', ({ params, query }, world) => {
  const { id } = world.transfers.get(params.id, 'id')
  return list(world.transferReversals, query, { url: `/v1/transfers/${id}/reversals`, where: ['transfer', id] })
})

/** @throws resource_missing (404) @source https://docs.stripe.com/api/transfer_reversals/retrieve (read 2026-11-24) */
export const retrieveReversal = behaviour('GET /v1/transfers/{transfer}/reversals/{id}', ({ params }, world) =>
  reversalOf(world, params.transfer, params.id),
)

/** @throws resource_missing (404) @source https://docs.stripe.com/api/transfer_reversals/update (read 2026-11-24) */
export const updateReversal = behaviour(
  'POST /v1/transfers/{transfer}/reversals/{id}',
  ({ params, body = {} }, world) => {
    const reversal = reversalOf(world, params.transfer, params.id)
    return world.transferReversals.update(reversal.id, {
      metadata: mergeMetadata(reversal.metadata as Metadata | null, body.metadata as Metadata | '' | undefined),
    })
  },
)

function reversalOf(world: StripeWorld, transfer: string, id: string) {
  const reversal = world.transferReversals.get(id, 'id')
  if (reversal.transfer !== world.transfers.get(transfer, 'transfer').id)
    throw missing('transfer_reversal', id, 'id', true)
  return reversal
}
