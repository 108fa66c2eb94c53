import type { Random } from '../../../src/engine/kit.js'
import { transactionalOf } from '../transactional/transactional.js'
import { EVENT_TYPES, insertWebhook } from '../transactional/webhooks/webhook.js'
import type { MailchimpWorld } from '../world.js'
import { hearAll } from './deliver.js'

/** One endpoint for every event of both APIs, each in its own form and with its own signature, by one secret: as `standin webhooks listen` wants it. */
export function subscribeAll(
  url: string,
  world: MailchimpWorld,
  chance: Random,
  kept?: string,
): { endpoint: string; secret: string } {
  const tx = transactionalOf(world)
  const { id, authKey } = insertWebhook(tx, { url, description: 'standin', events: EVENT_TYPES, chance, authKey: kept })
  hearAll(world, { id, url, secret: authKey })
  return { endpoint: id, secret: authKey }
}

export function unsubscribeAll(endpoint: string, world: MailchimpWorld): void {
  world.webhooks.delete(endpoint)
  transactionalOf(world).webhooks.delete(endpoint)
}
