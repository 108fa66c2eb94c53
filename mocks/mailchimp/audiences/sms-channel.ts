import { createHash } from 'node:crypto'
import { invalidResource, problem } from '../errors.js'
import type { List } from '../lists/list.js'
import type { Member } from '../members/member.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { type Consent, type ConsentInput, renderConsent } from './consent.js'

/** A member's telephone number; below the member, called by audience and hash. */
export interface SmsChannel extends ResourceRow {
  readonly phone: string
  readonly hash: string
  readonly consent: Consent
  /** Empty for a consent that was not given. */
  readonly capturedAt: string
  readonly source: string
}

/** What a client says of a telephone number, as on the wire. */
export interface SmsInput {
  readonly sms_phone?: string | undefined
  readonly marketing_consent?: ConsentInput | undefined
}

/** @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24): SHA-256 of the number as E.164 */
function hashOfPhone(phone: string): string {
  return createHash('sha256').update(phone).digest('hex')
}

export function smsChannelOf(world: MailchimpWorld, member: Member): SmsChannel | undefined {
  return world.smsChannels.where('parent', member.id)[0]
}

/** Who in an audience has that number. */
export function memberByPhone(world: MailchimpWorld, list: string, hash: string): Member | undefined {
  const channel = world.smsChannels.find(keyOf(list, hash))
  return channel && world.members.find(channel.parent)
}

export function memberWithPhone(world: MailchimpWorld, list: string, phone: string): Member | undefined {
  return memberByPhone(world, list, hashOfPhone(phone))
}

/**
 * Gives a member a number, or changes what they agreed to.
 * @throws InvalidResource (400) for what is no E.164 number and for a consent that is not taken, MemberExists (400) for a number that somebody else has
 * @unverified wording
 */
export function putSmsChannel(world: MailchimpWorld, list: List, member: Member, input: SmsInput): void {
  const before = smsChannelOf(world, member)
  const phone = input.sms_phone ?? before?.phone ?? ''
  if (!/^\+[1-9]\d{6,14}$/.test(phone)) {
    throw invalidResource([{ field: 'sms_channel.sms_phone', message: 'Please enter a valid phone number.' }])
  }
  const hash = hashOfPhone(phone)
  const owner = memberByPhone(world, list.id, hash)
  if (owner && owner.id !== member.id) {
    throw problem('MemberExists', { detail: `${phone} belongs to another contact of this audience.` })
  }
  const consent = input.marketing_consent?.status ?? before?.consent ?? 'unknown'
  checkConsent(list, consent)
  const given = consent === 'consented' || consent === 'confirmed'
  const asked = input.marketing_consent?.captured_at
  if (before && before.hash !== hash) world.smsChannels.delete(before.id)
  world.smsChannels.put({
    id: keyOf(list.id, hash),
    parent: member.id,
    phone,
    hash,
    consent,
    capturedAt: given ? (asked ?? (before?.consent === consent ? before.capturedAt : world.now())) : '',
    source: input.marketing_consent?.source?.name ?? before?.source ?? 'API',
  })
}

/** Who has unsubscribed from text messages cannot be put in yet, and consent alone needs an audience with double opt-in. */
function checkConsent({ settings }: List, consent: Consent): void {
  const message =
    consent === 'denied'
      ? "The consent 'denied' is not supported for SMS."
      : consent === 'consented' && !settings.double_optin
        ? "The consent 'consented' is not supported with single opt-in."
        : undefined
  if (message) throw invalidResource([{ field: 'sms_channel.marketing_consent.status', message }])
}

export function renderSmsChannel(channel: SmsChannel): Record<string, unknown> {
  const { phone, hash, consent, capturedAt, source } = channel
  return {
    sms_phone: phone,
    hashed_sms_phone: hash,
    ...renderConsent(consent, capturedAt, source),
  }
}
