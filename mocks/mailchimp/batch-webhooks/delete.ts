import { behaviour } from '../api.js'
import { findBatchWebhook } from './batch-webhook.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/batch-webhooks/delete-batch-webhook/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/batch-webhooks/{batch_webhook_id}', ({ params }, world) => {
  world.batchWebhooks.delete(findBatchWebhook(world, params.batch_webhook_id).id)
})
