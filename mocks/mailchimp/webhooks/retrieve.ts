import { behaviour } from '../api.js'
import { findWebhook, renderWebhook } from './webhook.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-webhooks/get-webhook-info/ (read 2026-11) */
export const retrieve = behaviour('GET /3.0/lists/{list_id}/webhooks/{webhook_id}', ({ params, call }, world) =>
  renderWebhook(world, findWebhook(world, params.list_id, params.webhook_id), call.origin),
)
