import { behaviour } from '../api.js'
import { findBatch } from './batch.js'
import { expireBatch } from './run.js'

/** Stops a batch; what it did already stays. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/batch-operations/delete-batch-request/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/batches/{batch_id}', ({ params }, world) =>
  expireBatch(world, findBatch(world, params.batch_id).id),
)
