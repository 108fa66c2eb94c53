import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

export const EVENTS = ['subscribe', 'unsubscribe', 'profile', 'cleaned', 'upemail', 'campaign'] as const
/** What is told of telephone numbers. Nothing sends text messages here, so that none of it happens. */
export const SMS_EVENTS = ['sms_subscribe', 'sms_unsubscribe', 'upsms', 'sms_campaign'] as const
export const SOURCES = ['user', 'admin', 'api'] as const

/** Who listens to an audience; below `*`, to all of them. */
export interface Webhook extends ResourceRow {
  readonly webhookId: string
  readonly url: string
  readonly events: Readonly<Record<string, boolean>>
  readonly sources: Readonly<Record<string, boolean>>
  /** Signs what is sent; null for one that is not signed. */
  readonly secret: string | null
}

export const WEBHOOK = '/3.0/lists/{list_id}/webhooks/{webhook_id}'
/** Where the endpoints stand that hear of every audience: those of `standin webhooks listen`. */
export const EVERY_LIST = '*'

/** @throws ResourceNotFound (404) */
export function findWebhook(world: MailchimpWorld, list: string, id: string): Webhook {
  const webhook = world.webhooks.find(keyOf(list, id))
  if (!webhook) throw problem('ResourceNotFound')
  return webhook
}

export function newSecret(world: MailchimpWorld): string {
  return `whsec_${world.port.random.base62(32)}`
}

/** Which events an endpoint hears of; of telephone numbers only where that is asked for. @unverified the default of the latter */
export function eventsOf(given: Flags | undefined): Record<string, boolean> {
  const { sms_subscribe, sms_unsubscribe, upsms, sms_campaign, ...mail } = given ?? {}
  const sms = { sms_subscribe, sms_unsubscribe, upsms, sms_campaign }
  return {
    ...flagsOf(EVENTS, given && mail),
    ...Object.fromEntries(SMS_EVENTS.map((name) => [name, sms[name] ?? false])),
  }
}

export type Flags = Readonly<Record<string, boolean | undefined>>

/** As given; what is not named is off, and where nothing is named all is on. */
export function flagsOf(names: readonly string[], given: Flags | undefined): Record<string, boolean> {
  const none = given === undefined || Object.values(given).every((value) => value === undefined)
  return Object.fromEntries(names.map((name) => [name, none ? true : (given[name] ?? false)]))
}

/** The secret is shown once, to who makes it. @source https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/ (read 2026-11) */
export function renderWebhook(
  world: MailchimpWorld,
  webhook: Webhook,
  origin: string,
  showSecret = false,
): Record<string, unknown> {
  return {
    id: webhook.webhookId,
    url: webhook.url,
    events: webhook.events,
    sources: webhook.sources,
    list_id: webhook.parent,
    signing_enabled: webhook.secret !== null,
    signing_secret: showSecret ? (webhook.secret ?? '') : '',
    _links: linksOf(world.description, origin, WEBHOOK, [webhook.parent, webhook.webhookId]),
  }
}
