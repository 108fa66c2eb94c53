import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { linksOf } from '../resources/links.js'
import { renderWebhook } from './webhook.js'

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-webhooks/list-webhooks/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/lists/{list_id}/webhooks', ({ params, call }, world) => {
  const { id } = findList(world, params.list_id)
  const webhooks = world.webhooks.where('parent', id)
  return {
    webhooks: webhooks.map((webhook) => renderWebhook(world, webhook, call.origin)),
    list_id: id,
    total_items: webhooks.length,
    _links: linksOf(world.description, call.origin, '/3.0/lists/{list_id}/webhooks', [id]),
  }
})
