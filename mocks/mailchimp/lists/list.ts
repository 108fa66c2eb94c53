import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { publicOrigin } from '../resources/public-origin.js'
import type { ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

/** What a client sets of an audience, as on the wire. */
export interface ListSettings {
  readonly name: string
  readonly contact: Readonly<Record<string, unknown>>
  readonly permission_reminder: string
  readonly use_archive_bar: boolean
  readonly campaign_defaults: Readonly<Record<string, unknown>>
  readonly notify_on_subscribe: string
  readonly notify_on_unsubscribe: string
  readonly email_type_option: boolean
  readonly double_optin: boolean
  readonly marketing_permissions: boolean
}

/** Changes since the last campaign was sent. */
export interface SinceSend {
  readonly subscribed: number
  readonly unsubscribed: number
  readonly cleaned: number
}

/** An audience. */
export interface List extends ResourceRow {
  readonly webId: number
  readonly created: string
  readonly settings: ListSettings
  readonly sinceSend: SinceSend
  readonly lastSubscribed: string
  readonly lastUnsubscribed: string
  readonly lastSent: string
  /** Of those of a list that asks for them. */
  readonly permissions: readonly { readonly id: string; readonly text: string }[]
}

export const LIST = '/3.0/lists/{list_id}'

/** @throws ResourceNotFound (404) */
export function findList(world: MailchimpWorld, id: string): List {
  const list = world.lists.find(id)
  if (!list) throw problem('ResourceNotFound')
  return list
}

/** How many members have a status. */
export function standing(world: MailchimpWorld, list: string, status: string): number {
  return world.members.count('standing', `${list}/${status}`)
}

export function renderList(world: MailchimpWorld, list: List, origin: string): Record<string, unknown> {
  const form = `${publicOrigin(origin)}/subscribe?u=${world.account.accountId}&id=${list.id}`
  return {
    ...list.settings,
    id: list.id,
    web_id: list.webId,
    date_created: list.created,
    list_rating: 0,
    subscribe_url_short: form,
    subscribe_url_long: form,
    beamer_address: `${world.account.loginId}-${list.id}@inbound.mailchimp.com`,
    visibility: 'prv',
    has_welcome: false,
    modules: [],
    stats: statsOf(world, list),
    _links: linksOf(world.description, origin, LIST, [list.id]),
  }
}

function statsOf(world: MailchimpWorld, list: List): Record<string, unknown> {
  const count = (status: string) => standing(world, list.id, status)
  const campaigns = world.campaigns.where('list', list.id)
  const sent = campaigns.filter(({ status }) => status === 'sent')
  const rate = (of: 'uniqueOpens' | 'uniqueClicks') =>
    sent.length === 0
      ? 0
      : sent.reduce((sum, { tally }) => sum + (tally.sent > 0 ? tally[of] / tally.sent : 0), 0) / sent.length
  return {
    member_count: count('subscribed'),
    total_contacts: world.members.count('parent', list.id) - count('archived'),
    unsubscribe_count: count('unsubscribed'),
    cleaned_count: count('cleaned'),
    member_count_since_send: list.sinceSend.subscribed,
    unsubscribe_count_since_send: list.sinceSend.unsubscribed,
    cleaned_count_since_send: list.sinceSend.cleaned,
    campaign_count: sent.length,
    campaign_last_sent: list.lastSent,
    merge_field_count: world.mergeFields.count('parent', list.id),
    open_rate: rate('uniqueOpens'),
    click_rate: rate('uniqueClicks'),
    last_sub_date: list.lastSubscribed,
    last_unsub_date: list.lastUnsubscribed,
  }
}
