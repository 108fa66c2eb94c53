import type { MailchimpWorld } from '../../world.js'
import { transactionalOf } from '../transactional.js'
import { EVENT_TYPES, insertWebhook } from './webhook.js'

/** A webhook for every event, as `standin webhooks listen` wants it. */
export function subscribeAll(url: string, world: MailchimpWorld): { endpoint: string; secret: string } {
  const hook = insertWebhook(transactionalOf(world), { url, description: 'standin', events: EVENT_TYPES })
  return { endpoint: hook.id, secret: hook.authKey }
}
