import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { windowOf } from '../resources/paging.js'
import { renderBatch } from './render.js'

/** @source https://mailchimp.com/developer/marketing/api/batch-operations/list-batch-requests/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/batches', ({ query, call }, world) => ({
  batches: world.batches.slice(windowOf(query)).map((batch) => renderBatch(world, batch, call.origin)),
  total_items: world.batches.size,
  _links: linksOf(world.description, call.origin, '/3.0/batches', []),
}))
