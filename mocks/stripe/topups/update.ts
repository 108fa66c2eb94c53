import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/topups/update (read 2026-11-24) */
export const updateTopup = behaviour('POST /v1/topups/{topup}', ({ params, body = {} }, world) => {
  const topup = world.topups.get(params.topup, 'topup')
  return world.topups.update(topup.id, {
    description: body.description ?? topup.description,
    metadata: mergeMetadata(topup.metadata as Metadata, body.metadata as Metadata | '' | undefined),
  })
})
