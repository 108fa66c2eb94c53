import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { optional } from '../unset.js'

/** @throws resource_missing (404)  @emits transfer.updated  @source https://docs.stripe.com/api/transfers/update (read 2026-11-24) */
export const updateTransfer = behaviour('POST /v1/transfers/{transfer}', ({ params, body = {} }, world) => {
  const transfer = world.transfers.get(params.transfer, 'transfer')
  const updated = world.transfers.update(transfer.id, {
    description: optional(body.description, transfer.description),
    metadata: mergeMetadata(transfer.metadata as Metadata, body.metadata as Metadata | '' | undefined),
  })
  world.emit('transfer.updated', updated, transfer)
  return updated
})
