import { problem } from '../errors.js'
import type { ResourceRow } from '../resources/row.js'
import type { Condition } from '../segments/evaluate.js'
import type { MailchimpWorld } from '../world.js'
import { type CampaignAction, type CampaignStatus, campaignLifecycle } from './lifecycle.js'

export interface Settings {
  readonly subject_line?: string | undefined
  readonly preview_text?: string | undefined
  readonly title?: string | undefined
  readonly from_name?: string | undefined
  readonly reply_to?: string | undefined
  readonly to_name?: string | undefined
  readonly folder_id?: string | undefined
  readonly template_id?: number | undefined
  readonly [other: string]: unknown
}

export interface SegmentChoice {
  readonly saved_segment_id?: number | undefined
  readonly match?: 'any' | 'all' | undefined
  readonly conditions?: readonly Condition[] | undefined
}

export interface Content {
  readonly html: string
  readonly plain_text: string
}

/** What came of sending it. */
export interface Tally {
  readonly sent: number
  readonly opens: number
  readonly uniqueOpens: number
  readonly lastOpen: string
  readonly clicks: number
  readonly uniqueClicks: number
  readonly subscriberClicks: number
  readonly lastClick: string
  readonly hard: number
  readonly soft: number
  readonly unsubscribed: number
  readonly abuse: number
}

export const NOTHING: Tally = {
  sent: 0,
  opens: 0,
  uniqueOpens: 0,
  lastOpen: '',
  clicks: 0,
  uniqueClicks: 0,
  subscriberClicks: 0,
  lastClick: '',
  hard: 0,
  soft: 0,
  unsubscribed: 0,
  abuse: 0,
}

/** A mail to an audience, or to a part of it. Times as on the wire. */
export interface Campaign extends ResourceRow {
  readonly webId: number
  readonly type: string
  readonly status: CampaignStatus
  readonly created: string
  readonly sendTime: string
  /** The audience, or empty while none is chosen. */
  readonly list: string
  readonly segment: SegmentChoice | null
  readonly settings: Settings
  readonly tracking: Readonly<Record<string, unknown>>
  readonly socialCard: Readonly<Record<string, unknown>>
  readonly variants: Readonly<Record<string, unknown>> | null
  readonly rss: Readonly<Record<string, unknown>> | null
  readonly contentType: string
  readonly content: Content
  readonly parentCampaign: string
  readonly tally: Tally
  /** The job that sends it, while one is to come. */
  readonly timer: string
  /** Where links in what is sent lead. */
  readonly origin: string
}

/** That it was sent to somebody. Its id is the campaign's and the subscriber hash, as long as that is known. */
export interface Recipient extends ResourceRow {
  readonly hash: string
  readonly email: string
  readonly list: string
  readonly status: 'sent' | 'hard' | 'soft'
  readonly opens: number
  readonly openedAt: readonly string[]
  readonly clicks: number
  /** Times that each link was followed. */
  readonly links: Readonly<Record<string, number>>
  readonly unsubscribed: string
  readonly complained: string
}

/** A link in what was sent. */
export interface CampaignLink extends ResourceRow {
  readonly linkId: string
  readonly url: string
  readonly clicks: number
  readonly uniqueClicks: number
  readonly lastClick: string
}

/** @throws ResourceNotFound (404) */
export function findCampaign(world: MailchimpWorld, id: string): Campaign {
  const campaign = world.campaigns.find(id)
  if (!campaign) throw problem('ResourceNotFound')
  return campaign
}

/** @throws BadRequest (400) where that cannot be done in its status; MethodNotAllowed (405) for a deletion  @unverified wording */
export function checkAction({ status }: Campaign, action: CampaignAction): void {
  if (campaignLifecycle.allows(status, action)) return
  if (action === 'delete') throw problem('MethodNotAllowed')
  throw problem('BadRequest', {
    detail: `This campaign cannot ${said[action] ?? 'be edited'} while its status is '${status}'.`,
  })
}

const said: Partial<Record<CampaignAction, string>> = {
  send: 'be sent',
  schedule: 'be scheduled',
  unschedule: 'be unscheduled',
  'cancel-send': 'be canceled',
  pause: 'be paused',
  resume: 'be resumed',
  'create-resend': 'be resent',
}
