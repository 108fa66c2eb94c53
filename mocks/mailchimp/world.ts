import type { Description, Row, Table, VendorWorld } from '../../src/engine/kit.js'
import type { AccountExport } from './account-exports/account-export.js'
import type { Account } from './accounts/account.js'
import type { MarketingKey } from './accounts/keys.js'
import type { SmsChannel } from './audiences/sms-channel.js'
import type { AutomationQueueEntry } from './automations/automation.js'
import type { BatchWebhook } from './batch-webhooks/batch-webhook.js'
import type { Batch, BatchResult } from './batches/batch.js'
import type { Campaign, CampaignLink, Recipient } from './campaigns/campaign.js'
import type { StoredFile } from './file-manager/stored-file.js'
import type { Interest, InterestCategory } from './interests/interest.js'
import type { List } from './lists/list.js'
import type { Activity } from './members/activity.js'
import { Forgotten } from './members/forgotten.js'
import type { Mail } from './members/mail.js'
import type { Member } from './members/member.js'
import type { MemberEvent } from './members/member-event.js'
import type { Note } from './members/note.js'
import type { MergeField } from './merge-fields/merge-field.js'
import type { OAuthApp } from './oauth/app.js'
import type { OAuthCode } from './oauth/authorize.js'
import type { ApiResource } from './resources/api-resource.js'
import type { ResourceRow } from './resources/row.js'
import type { Segment, SegmentMember } from './segments/segment.js'
import type { Template } from './templates/template.js'
import type { WebhookEvent } from './webhooks/deliver.js'
import type { Webhook } from './webhooks/webhook.js'

interface Counter extends Row {
  readonly next: number
}

interface ContactKey extends Row {
  /** Key of the member. */
  readonly member: string
}

/** Mailchimp's part of a world, typed: one account with both APIs. Times on the wire are ISO 8601 in whole seconds. */
export class MailchimpWorld {
  readonly port: VendorWorld
  readonly description: Description
  readonly keys: Table<MarketingKey>
  readonly codes: Table<OAuthCode>
  readonly lists: Table<List>
  readonly mergeFields: Table<MergeField>
  readonly interestCategories: Table<InterestCategory>
  readonly interests: Table<Interest>
  readonly members: Table<Member>
  /** By contact id. */
  readonly contacts: Table<ContactKey>
  readonly notes: Table<Note>
  /** Telephone numbers of members. */
  readonly smsChannels: Table<SmsChannel>
  readonly memberEvents: Table<MemberEvent>
  readonly activity: Table<Activity>
  readonly forgotten: Forgotten
  readonly segments: Table<Segment>
  readonly segmentMembers: Table<SegmentMember>
  readonly webhooks: Table<Webhook>
  readonly batchWebhooks: Table<BatchWebhook>
  readonly webhookEvents: Table<WebhookEvent>
  readonly batches: Table<Batch>
  readonly batchResults: Table<BatchResult>
  readonly campaigns: Table<Campaign>
  readonly recipients: Table<Recipient>
  readonly campaignLinks: Table<CampaignLink>
  readonly templates: Table<Template>
  readonly automations: Table<ApiResource>
  readonly automationEmails: Table<ApiResource>
  readonly automationQueue: Table<AutomationQueueEntry>
  readonly automationRemoved: Table<ApiResource>
  readonly files: Table<StoredFile>
  readonly landingPages: Table<ApiResource>
  readonly accountExports: Table<AccountExport>
  /** Mails other than campaigns: confirmations and tests. */
  readonly mails: Table<Mail>

  constructor(port: VendorWorld, description: Description) {
    this.port = port
    this.description = description
    this.keys = port.table('_key')
    this.codes = port.table('_code')
    this.lists = port.table('lists')
    this.mergeFields = port.table('lists/merge-fields')
    this.interestCategories = port.table('lists/interest-categories')
    this.interests = port.table('lists/interest-categories/interests')
    this.members = port.table('lists/members')
    this.contacts = port.table('_contact')
    this.notes = port.table('lists/members/notes')
    this.smsChannels = port.table('lists/members/sms-channel')
    this.memberEvents = port.table('lists/members/events')
    this.activity = port.table('lists/members/activity')
    this.forgotten = new Forgotten(port)
    this.segments = port.table('lists/segments')
    this.segmentMembers = port.table('lists/segments/members')
    this.webhooks = port.table('lists/webhooks')
    this.batchWebhooks = port.table('batch-webhooks')
    this.webhookEvents = port.table('_webhook_event')
    this.batches = port.table('batches')
    this.batchResults = port.table('batches/results')
    this.campaigns = port.table('campaigns')
    this.recipients = port.table('campaigns/recipients')
    this.campaignLinks = port.table('campaigns/links')
    this.templates = port.table('templates')
    this.automations = port.table('automations')
    this.automationEmails = port.table('automations/emails')
    this.automationQueue = port.table('automations/emails/queue')
    this.automationRemoved = port.table('automations/removed-subscribers')
    this.files = port.table('file-manager/files')
    this.landingPages = port.table('landing-pages')
    this.accountExports = port.table('account-exports')
    this.mails = port.table('mails')
  }

  /** The rows of a path, found by the row above them. */
  resources<R extends ResourceRow>(name: string): Table<R> {
    const table = this.port.table<R>(name)
    table.index('parent')
    return table
  }

  get account(): Account {
    return this.only<Account>('_account')
  }

  get oauthApp(): OAuthApp {
    return this.only<OAuthApp>('_oauth_app')
  }

  /** `2026-01-01T00:00:00+00:00` */
  now(): string {
    return toIso(this.port.now())
  }

  /** The next number of a kind of row. */
  nextNumber(kind: string): number {
    const counters = this.port.table<Counter>('_counter')
    const next = counters.find(kind)?.next ?? 1
    counters.put({ id: kind, next: next + 1 })
    return next
  }

  /** A value of `settings.mailchimp`. */
  setting(name: string): unknown {
    return this.port.world.sandbox.options.settings?.mailchimp?.[name]
  }

  private only<R extends Row>(table: string): R {
    const row = this.port.table<R>(table).oldest
    if (!row) throw new Error(`A world without ${table}: its credentials were not minted.`)
    return row
  }
}

/** Unix milliseconds as Marketing writes a time. */
export function toIso(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000)
  // What is written in one go is written in the same second.
  if (lastIso.second !== second) {
    lastIso = { second, text: `${new Date(second * 1000).toISOString().slice(0, 19)}+00:00` }
  }
  return lastIso.text
}

let lastIso = { second: Number.NaN, text: '' }
