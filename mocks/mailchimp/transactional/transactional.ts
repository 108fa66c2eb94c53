import type { Table, VendorWorld } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import type * as rows from './rows.js'

interface Counter {
  readonly id: string
  readonly next: number
}

/** Transactional's part of a world, typed. Times in Unix milliseconds on the world's clock. */
export class Transactional {
  readonly port: VendorWorld
  readonly mailings: Table<rows.Mailing>
  readonly messages: Table<rows.Message>
  readonly rejects: Table<rows.Reject>
  readonly allowed: Table<rows.Allowed>
  readonly templates: Table<rows.Template>
  readonly senderDomains: Table<rows.SenderDomain>
  readonly trackingDomains: Table<rows.TrackingDomain>
  readonly subaccounts: Table<rows.Subaccount>
  readonly webhooks: Table<rows.Webhook>
  readonly pending: Table<rows.PendingEvent>
  readonly batches: Table<rows.WebhookBatch>
  readonly exports: Table<rows.Export>
  readonly inboundDomains: Table<rows.InboundDomain>
  readonly routes: Table<rows.InboundRoute>
  readonly ips: Table<rows.DedicatedIp>
  readonly pools: Table<rows.IpPool>
  readonly metadata: Table<rows.MetadataField>
  readonly hours: Table<rows.HourCount>
  readonly notices: Table<rows.Notice>
  private readonly counters: Table<Counter>

  constructor(port: VendorWorld) {
    this.port = port
    this.mailings = port.table('mandrill_mailing')
    this.messages = port.table('mandrill_message')
    this.rejects = port.table('mandrill_reject')
    this.allowed = port.table('mandrill_allowed')
    this.templates = port.table('mandrill_template')
    this.senderDomains = port.table('mandrill_sender_domain')
    this.trackingDomains = port.table('mandrill_tracking_domain')
    this.subaccounts = port.table('mandrill_subaccount')
    this.webhooks = port.table('mandrill_webhook')
    this.pending = port.table('mandrill_pending')
    this.batches = port.table('mandrill_batch')
    this.exports = port.table('mandrill_export')
    this.inboundDomains = port.table('mandrill_inbound_domain')
    this.routes = port.table('mandrill_route')
    this.ips = port.table('mandrill_ip')
    this.pools = port.table('mandrill_pool')
    this.metadata = port.table('mandrill_metadata')
    this.hours = port.table('mandrill_hour')
    this.notices = port.table('mandrill_notice')
    this.counters = port.table('mandrill_counter')
  }

  now(): number {
    return this.port.now()
  }

  /** Unix seconds. */
  seconds(at = this.now()): number {
    return Math.floor(at / 1000)
  }

  newId(length = 32): string {
    return this.port.random.hex(length)
  }

  /** Says that something happened: an event as webhooks tell it. */
  emit(type: string, payload: Readonly<Record<string, unknown>>): void {
    this.port.emit(type, payload, { api: 'transactional' })
  }

  /** The next number of a count: webhooks, events. */
  nextNumber(name: string): number {
    const next = this.counters.find(name)?.next ?? 1
    this.counters.put({ id: name, next: next + 1 })
    return next
  }

  /** A value of `settings.mailchimp`. */
  setting(name: string): unknown {
    return this.port.world.sandbox.options.settings?.mailchimp?.[name]
  }

  /** Whether the account pays: schedules and dedicated addresses are for those who do. */
  get paid(): boolean {
    return this.setting('transactionalPlan') !== 'free'
  }

  /** Messages an hour of the whole account. */
  get hourlyQuota(): number {
    const set = this.setting('transactionalHourlyQuota')
    return typeof set === 'number' ? set : DEFAULT_HOURLY_QUOTA
  }

  get account(): rows.Account {
    const account = this.port.table<rows.Account>('mandrill_account').oldest
    if (!account) throw new Error('A world without an account of Transactional: its credentials were not minted.')
    return account
  }
}

const parts = new WeakMap<MailchimpWorld, Transactional>()

/** Transactional's part of a world of Mailchimp's. */
export function transactionalOf(world: MailchimpWorld): Transactional {
  let part = parts.get(world)
  if (!part) {
    part = new Transactional(world.port)
    parts.set(world, part)
  }
  return part
}

/** Of an account with a good reputation. @unverified the number: it follows from how an account sends */
const DEFAULT_HOURLY_QUOTA = 1000

/** `2026-01-31 12:00:00`, in UTC; all times in answers look so. */
export function stamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

/** The same with the fraction of a second, in five digits. */
export function fineStamp(at: number): string {
  return new Date(at).toISOString().slice(0, 23).replace('T', ' ').concat('00')
}

export function stampOrNull(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : stamp(at)
}
