import { behaviour } from '../api.js'
import { notModelled } from '../errors.js'
import { changeSource } from './source.js'

/**
 * Changes whose a source is, its amount and metadata.
 * @throws resource_missing (404), `mandate` and `source_order` (501) @source https://docs.stripe.com/api/sources/update (read 2026-11-24)
 */
export const updateSourceObject = behaviour('POST /v1/sources/{source}', ({ params, body = {} }, world) => {
  const source = world.sources.get(params.source, 'source')
  for (const name of ['mandate', 'source_order'] as const) {
    if (body[name] !== undefined) throw notModelled(`\`${name}\` of a source`)
  }
  const changed = changeSource(world, source, body)
  return body.amount === undefined ? changed : world.sources.update(source.id, { amount: body.amount })
})
