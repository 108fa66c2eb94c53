import { behaviour } from '../api.js'
import { findWebhook } from './webhook.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-webhooks/delete-webhook/ (read 2026-11) */
export const remove = behaviour('DELETE /3.0/lists/{list_id}/webhooks/{webhook_id}', ({ params }, world) => {
  world.webhooks.delete(findWebhook(world, params.list_id, params.webhook_id).id)
})
