import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { windowOf } from '../resources/paging.js'
import { renderBatchWebhook } from './batch-webhook.js'

/** @source https://mailchimp.com/developer/marketing/api/batch-webhooks/list-batch-webhooks/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/batch-webhooks', ({ query, call }, world) => ({
  webhooks: world.batchWebhooks.slice(windowOf(query)).map((row) => renderBatchWebhook(world, row, call.origin)),
  total_items: world.batchWebhooks.size,
  _links: linksOf(world.description, call.origin, '/3.0/batch-webhooks', []),
}))
