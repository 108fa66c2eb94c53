import { notModelled, problem } from '../errors.js'
import type { List } from '../lists/list.js'
import { lookUpMember, type Member } from '../members/member.js'
import { type SaveOptions, saveMember } from '../members/save.js'
import { tagsOf } from '../members/tags.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { type ConsentInput, consentOf, renderConsent, statusOf } from './consent.js'
import { memberByPhone, putSmsChannel, renderSmsChannel, type SmsInput, smsChannelOf } from './sms-channel.js'

/** What a client says of a contact, as on the wire. */
export interface ContactInput {
  readonly language?: string | undefined
  readonly email_channel?:
    | { readonly email?: string | undefined; readonly marketing_consent?: ConsentInput | undefined }
    | undefined
  readonly sms_channel?: SmsInput | undefined
  readonly merge_fields?: Readonly<Record<string, unknown>> | undefined
  readonly tags?: readonly string[] | undefined
}

export interface ContactModes {
  readonly merge_field_validation_mode?: 'ignore_required_checks' | 'strict' | undefined
  readonly data_mode?: 'historical' | 'live' | undefined
}

/** By contact id, `email:` with the MD5 of the address, or `sms:` with the SHA-256 of the number. @throws ResourceNotFound (404) */
export function findContact(world: MailchimpWorld, list: string, id: string): Member {
  const [, channel, hash = ''] = /^(email|sms):(.+)$/.exec(id) ?? []
  const found =
    channel === 'email'
      ? world.members.find(keyOf(list, hash.toLowerCase()))
      : channel === 'sms'
        ? memberByPhone(world, list, hash.toLowerCase())
        : lookUpMember(world, list, id)
  if (!found) throw problem('ResourceNotFound')
  return found
}

/**
 * Puts a contact into an audience, or changes one: what is not given stays, and tags are only added.
 * @throws MemberInComplianceState, ForgottenEmailNotSubscribed, InvalidResource (400); 501 for a contact without an address
 */
export function saveContact(
  world: MailchimpWorld,
  list: List,
  before: Member | undefined,
  input: ContactInput,
  { modes, origin }: { readonly modes: ContactModes; readonly origin: string },
): Member {
  const email = input.email_channel?.email ?? before?.email
  if (email === undefined) throw notModelled('contacts that have a telephone number only')
  const consent = input.email_channel?.marketing_consent
  const isNew = !before || before.status === 'archived'
  const asked = consent?.status ?? (isNew ? 'unknown' : undefined)
  const status = asked && statusOf(list, asked)
  const options: SaveOptions = {
    by: 'api',
    origin,
    skipMergeValidation: modes.merge_field_validation_mode === 'ignore_required_checks',
    quiet: modes.data_mode === 'historical',
    ...(consent?.source?.name !== undefined && { source: consent.source.name }),
  }
  const given = {
    email_address: email,
    language: input.language,
    merge_fields: input.merge_fields,
    tags: input.tags,
    ...(asked === 'confirmed' && { timestamp_opt: consent?.captured_at }),
    ...(asked === 'consented' && { timestamp_signup: consent?.captured_at }),
  }
  const saved = saveMember(world, list, before, { ...given, status }, options)
  if (input.sms_channel) putSmsChannel(world, list, saved, input.sms_channel)
  return saved
}

/** A contact as on the wire. */
export function renderContact(world: MailchimpWorld, member: Member): Record<string, unknown> {
  const sms = smsChannelOf(world, member)
  return {
    id: member.contactId,
    audience_id: member.parent,
    language: member.language,
    status: member.status === 'archived' ? 'archived' : 'active',
    email_channel: renderEmailChannel(member),
    ...(sms && { sms_channel: renderSmsChannel(sms) }),
    merge_fields: member.mergeFields,
    tags: tagsOf(world, member).map(({ name }) => name),
    source: { name: member.source },
    created_at: member.created,
    last_updated_at: member.changed,
  }
}

function renderEmailChannel({ email, hash, status, optedIn, signedUp, source }: Member): Record<string, unknown> {
  const consent = consentOf(status)
  const capturedAt = consent === 'confirmed' ? optedIn : consent === 'consented' ? signedUp : ''
  return {
    email,
    hashed_email: hash,
    ...renderConsent(consent, capturedAt, source),
  }
}
