import { behaviour } from '../api.js'
import { findBatchWebhook, renderBatchWebhook } from './batch-webhook.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/batch-webhooks/get-batch-webhook-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/batch-webhooks/{batch_webhook_id}', ({ params, call }, world) =>
  renderBatchWebhook(world, findBatchWebhook(world, params.batch_webhook_id), call.origin),
)
