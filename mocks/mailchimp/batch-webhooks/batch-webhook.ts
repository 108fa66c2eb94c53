import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import type { ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

/** Who hears that a batch is finished. */
export interface BatchWebhook extends ResourceRow {
  readonly url: string
  readonly enabled: boolean
  readonly secret: string | null
}

/** @throws ResourceNotFound (404) */
export function findBatchWebhook(world: MailchimpWorld, id: string): BatchWebhook {
  const webhook = world.batchWebhooks.find(id)
  if (!webhook) throw problem('ResourceNotFound')
  return webhook
}

export function renderBatchWebhook(world: MailchimpWorld, row: BatchWebhook, origin: string, showSecret = false) {
  return {
    id: row.id,
    url: row.url,
    enabled: row.enabled,
    signing_enabled: row.secret !== null,
    signing_secret: showSecret ? (row.secret ?? '') : '',
    _links: linksOf(world.description, origin, '/3.0/batch-webhooks/{batch_webhook_id}', [row.id]),
  }
}
