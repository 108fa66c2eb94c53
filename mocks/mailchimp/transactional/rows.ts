import type { Row } from '../../../src/engine/kit.js'
import type { MergeVar } from './merge/values.js'

export interface File {
  readonly name: string
  readonly type: string
  /** Base64. */
  readonly content: string
}

export interface Recipient {
  readonly email: string
  readonly name: string | null
  readonly type: 'to' | 'cc' | 'bcc'
}

/** What one call sends to all its recipients: rendered for each when it is read, so that it is kept once. */
export interface Mailing extends Row {
  readonly key: string
  readonly test: boolean
  readonly channel: 'email' | 'sms'
  readonly from: string
  readonly fromName: string | null
  readonly subject: string
  readonly html: string | null
  readonly text: string | null
  readonly to: readonly Recipient[]
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly File[]
  readonly images: readonly File[]
  readonly tags: readonly string[]
  readonly metadata: Readonly<Record<string, unknown>>
  /** By address in lower case. */
  readonly recipientMetadata: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly subaccount: string | null
  readonly template: string | null
  readonly mcTemplate: string | null
  readonly merge: boolean
  readonly language: 'mailchimp' | 'handlebars'
  readonly globals: readonly MergeVar[]
  /** By address in lower case. */
  readonly vars: Readonly<Record<string, readonly MergeVar[]>>
  readonly preserveRecipients: boolean
  readonly autoText: boolean
  readonly autoHtml: boolean
  readonly trackOpens: boolean
  readonly trackClicks: boolean
  readonly stripQuery: boolean
  readonly analytics: { readonly domains: readonly string[]; readonly campaign: string } | null
  readonly bcc: string | null
  readonly ipPool: string | null
  /** Where the client reached the API, and a person's browser reaches what stands in the message. */
  readonly origin: string
  /** Of a text message. */
  readonly consent?: string
}

export type MessageState =
  | 'sent'
  | 'bounced'
  | 'soft-bounced'
  | 'rejected'
  | 'queued'
  | 'scheduled'
  | 'canceled'
  | 'spam'
  | 'unsub'
  | 'deferred'

export interface Opening {
  /** Unix seconds. */
  readonly ts: number
  readonly ip: string
  readonly ua: string
}

export interface Click extends Opening {
  readonly url: string
}

export interface SmtpEvent {
  readonly ts: number
  readonly type: 'sent' | 'bounced' | 'rejected' | 'delivered' | 'deferred'
  readonly diag: string
}

/** Why a message was not sent. */
export type RejectCause = RejectReason | 'invalid-sender' | 'invalid' | 'test-mode-limit' | 'unsigned' | 'rule'

/** Why a message waits. */
export type QueuedReason = 'attachments' | 'multiple-recipients' | 'hourly-quota-exhausted' | 'sending-paused'

/** A message to one recipient. Times in Unix milliseconds on the world's clock. */
export interface Message extends Row {
  readonly mailing: string
  readonly email: string
  readonly name: string | null
  readonly type: Recipient['type']
  readonly state: MessageState
  readonly createdAt: number
  /** When it was sent, rejected or queued; for what is scheduled, when it will be. */
  readonly at: number
  readonly rejectReason: RejectCause | null
  readonly queuedReason: QueuedReason | null
  readonly opens: readonly Opening[]
  readonly clicks: readonly Click[]
  readonly smtp: readonly SmtpEvent[]
  readonly diag: string | null
  readonly bounce: string | null
  /** The timer of what is still to happen to it: sending, when queued or scheduled. */
  readonly timer?: string
}

export type RejectReason = 'hard-bounce' | 'soft-bounce' | 'spam' | 'unsub' | 'custom'

/** One entry of the denylist; its id joins subaccount, sender and address. */
export interface Reject extends Row {
  readonly email: string
  readonly reason: RejectReason
  readonly detail: string
  readonly createdAt: number
  readonly lastEventAt: number
  /** Undefined: never. */
  readonly expiresAt?: number
  /** How often it came to be: each time it lasts longer. */
  readonly times: number
  /** Null: from whomever. */
  readonly sender: string | null
  readonly subaccount: string | null
  readonly sms: boolean
}

export interface Allowed extends Row {
  readonly detail: string
  readonly createdAt: number
}

export interface Template extends Row {
  readonly name: string
  readonly labels: readonly string[]
  readonly code: string | null
  readonly text: string | null
  readonly subject: string | null
  readonly from: string | null
  readonly fromName: string | null
  readonly published: {
    readonly code: string | null
    readonly text: string | null
    readonly subject: string | null
    readonly from: string | null
    readonly fromName: string | null
    readonly at: number
  } | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** A sending domain. Its id is its name. */
export interface SenderDomain extends Row {
  readonly createdAt: number
  readonly testedAt: number | null
  readonly valid: boolean
  readonly verifiedAt: number | null
  readonly textKey: string
}

export interface TrackingDomain extends Row {
  readonly createdAt: number
  readonly testedAt: number | null
  readonly valid: boolean
}

export interface Subaccount extends Row {
  readonly name: string
  readonly notes: string | null
  /** Messages an hour; null: what its reputation allows. */
  readonly quota: number | null
  readonly status: 'active' | 'paused'
  readonly createdAt: number
}

export interface Webhook extends Row {
  readonly number: number
  readonly url: string
  readonly description: string | null
  readonly authKey: string
  readonly events: readonly string[]
  readonly createdAt: number
  /** Stands behind an inbound route, and is not listed. */
  readonly hidden: boolean
}

/** What a webhook has still to be told. */
export interface PendingEvent extends Row {
  readonly hook: string
  readonly type: string
  readonly inbound: boolean
  readonly payload: Readonly<Record<string, unknown>>
}

/** One POST to a webhook. */
export interface WebhookBatch extends Row {
  readonly hook: string
  readonly type: string
  readonly events: readonly Readonly<Record<string, unknown>>[]
}

export interface Export extends Row {
  readonly type: 'reject' | 'whitelist' | 'allowlist' | 'activity'
  readonly createdAt: number
  readonly finishedAt: number | null
  readonly state: 'waiting' | 'working' | 'complete' | 'error'
  readonly notify: string | null
  readonly origin: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly csv: string | null
}

export interface InboundDomain extends Row {
  readonly createdAt: number
  readonly validMx: boolean
}

export interface InboundRoute extends Row {
  readonly domain: string
  readonly pattern: string
  readonly url: string
  /** Id of the webhook that tells it. */
  readonly hook: string
}

export interface DedicatedIp extends Row {
  readonly createdAt: number
  readonly pool: string
  readonly domain: string
  readonly customDns: boolean
  readonly warmup: { readonly start: number; readonly end: number } | null
}

export interface IpPool extends Row {
  readonly createdAt: number
}

export interface MetadataField extends Row {
  readonly viewTemplate: string | null
  readonly state: 'active' | 'delete' | 'index'
}

/** Messages of an hour, counted: of the account, or of a subaccount. */
export interface HourCount extends Row {
  readonly count: number
}

/** Mail that the vendor itself sends: of a domain to be verified, of an export that is done. */
export interface Notice extends Row {
  readonly at: number
  readonly to: string
  readonly subject: string
  readonly html: string
}

/** The account; its id stands in links. */
export interface Account extends Row {
  readonly username: string
  readonly createdAt: number
}
