import { behaviour } from '../api.js'
import { findBatch } from './batch.js'
import { renderBatch } from './render.js'

/** How far it is; finished, with a link to its results that is good for ten minutes. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/batch-operations/get-batch-operation-status/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/batches/{batch_id}', ({ params, call }, world) =>
  renderBatch(world, findBatch(world, params.batch_id), call.origin),
)
