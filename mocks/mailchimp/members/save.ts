import { invalidResource, problem } from '../errors.js'
import type { List } from '../lists/list.js'
import { checkMergeValues } from '../merge-fields/check-values.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { checkAddress } from './check-address.js'
import { type AskedStatus, memberLifecycle } from './lifecycle.js'
import { type Member, type MemberStatus, stateOf } from './member.js'
import { hashOf } from './subscriber-hash.js'
import { addTag } from './tags.js'
import { tellOfChange } from './tell.js'

/** What a client says of a member, as on the wire. */
export interface MemberInput {
  readonly email_address?: string | undefined
  readonly status?: AskedStatus | undefined
  readonly email_type?: string | undefined
  readonly merge_fields?: Readonly<Record<string, unknown>> | undefined
  readonly interests?: Readonly<Record<string, boolean>> | undefined
  readonly language?: string | undefined
  readonly vip?: boolean | undefined
  readonly location?: { readonly latitude?: number | undefined; readonly longitude?: number | undefined } | undefined
  readonly marketing_permissions?:
    | readonly { readonly marketing_permission_id?: string | undefined; readonly enabled?: boolean | undefined }[]
    | undefined
  readonly ip_signup?: string | undefined
  readonly timestamp_signup?: string | undefined
  readonly ip_opt?: string | undefined
  readonly timestamp_opt?: string | undefined
  readonly tags?: readonly string[] | undefined
}

export interface SaveOptions {
  /** What asks: sources of webhooks go by it, and who unsubscribes somebody. */
  readonly by: 'api' | 'user' | 'admin'
  readonly origin: string
  readonly skipMergeValidation?: boolean | undefined
  /** How they came. */
  readonly source?: string
  /** Nobody is told: what is brought in is history. */
  readonly quiet?: boolean
}

/**
 * Puts somebody into an audience, or changes them: what is not given stays. What becomes of their status the lifecycle says.
 * @throws MemberInComplianceState, ForgottenEmailNotSubscribed, InvalidResource (400)
 */
export function saveMember(
  world: MailchimpWorld,
  list: List,
  before: Member | undefined,
  input: MemberInput,
  options: SaveOptions,
): Member {
  const email = input.email_address ?? before?.email ?? ''
  if (input.email_address !== undefined && email !== before?.email) checkAddress(world, email)
  const renamed = before !== undefined && hashOf(email) !== before.hash
  if (renamed) refuseTaken(world, list.id, email)
  const status = input.status
    ? statusFor(world, list, before, { email, asked: input.status, by: options.by })
    : before?.status
  const row = rowOf(world, list, before, { ...input, email_address: email, status: undefined }, options)
  const changed = withStatus(world, { ...row, status: status ?? 'subscribed' }, before, options)
  if (renamed) moveMember(world, before, changed)
  const saved = world.members.put(changed)
  if (!before) world.contacts.put({ id: saved.contactId, member: saved.id })
  for (const tag of input.tags ?? []) addTag(world, saved, tag)
  tellOfChange(world, before, saved, options)
  return saved
}

function refuseTaken(world: MailchimpWorld, list: string, email: string): void {
  if (world.members.has(keyOf(list, hashOf(email)))) throw memberExists(email)
}

export function memberExists(email: string) {
  return problem('MemberExists', {
    detail: `${email} is already a list member. Use PUT to insert or update list members.`,
  })
}

/** The status that the API may give, by what they are now. */
function statusFor(
  world: MailchimpWorld,
  list: List,
  before: Member | undefined,
  { email, asked, by }: { readonly email: string; readonly asked: AskedStatus; readonly by: SaveOptions['by'] },
): MemberStatus {
  // The contact may do what they like, with their own status.
  if (by === 'user') return asked
  const outcome = memberLifecycle[stateOf(world, list.id, before?.email ?? email)][asked]
  if (outcome === 'MemberInComplianceState') {
    const why = 'is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed.'
    throw problem(outcome, { detail: `${email} ${why}` })
  }
  if (outcome === 'ForgottenEmailNotSubscribed') {
    const why =
      'was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list.'
    throw problem(outcome, { detail: `${email} ${why}` })
  }
  return outcome
}

function rowOf(
  world: MailchimpWorld,
  list: List,
  before: Member | undefined,
  input: MemberInput,
  options: SaveOptions,
): Omit<Member, 'standing'> {
  const email = input.email_address ?? ''
  const hash = hashOf(email)
  const base = before ?? newcomer(world, options)
  checkInterests(world, list.id, input.interests)
  return {
    ...base,
    id: keyOf(list.id, hash),
    parent: list.id,
    hash,
    email,
    emailType: input.email_type || base.emailType,
    language: input.language ?? base.language,
    vip: input.vip ?? base.vip,
    mergeFields: checkMergeValues(world, list.id, input.merge_fields ?? {}, {
      before: base.mergeFields,
      skip: options.skipMergeValidation === true || (before !== undefined && input.merge_fields === undefined),
    }),
    interests: input.interests ? { ...base.interests, ...input.interests } : base.interests,
    permissions: permissionsOf(list, base.permissions, input.marketing_permissions),
    latitude: input.location?.latitude ?? base.latitude,
    longitude: input.location?.longitude ?? base.longitude,
    ipSignup: input.ip_signup ?? base.ipSignup,
    signedUp: input.timestamp_signup ?? base.signedUp,
    ipOpt: input.ip_opt ?? base.ipOpt,
    optedIn: input.timestamp_opt ?? base.optedIn,
    changed: world.now(),
  }
}

function newcomer(world: MailchimpWorld, { by, source }: SaveOptions) {
  const { random } = world.port
  return {
    uniqueEmailId: random.hex(10),
    contactId: random.hex(32),
    webId: world.nextNumber('member'),
    status: 'subscribed' as const,
    compliance: null,
    unsubscribeReason: '',
    emailType: 'html',
    language: '',
    vip: false,
    mergeFields: {},
    interests: {},
    permissions: {},
    latitude: 0,
    longitude: 0,
    ipSignup: '',
    signedUp: '',
    ipOpt: '',
    optedIn: '',
    unsubscribed: '',
    source: source ?? (by === 'api' ? 'API - Generic' : 'Hosted Signup Form'),
    created: world.now(),
    sent: 0,
    opened: 0,
    clicked: 0,
  }
}

/** @throws InvalidResource (400)  @unverified wording */
function checkInterests(world: MailchimpWorld, list: string, given: MemberInput['interests'] = {}): void {
  const asked = Object.keys(given)
  if (asked.length === 0) return
  const known = new Set(world.interests.where('list', list).map(({ interestId }) => interestId))
  const unknown = asked.filter((id) => !known.has(id))
  if (unknown.length > 0) throw invalidResource(`Invalid interest ID(s): ${unknown.join(', ')}`)
}

function permissionsOf(list: List, before: Member['permissions'], given: MemberInput['marketing_permissions'] = []) {
  const known = new Set(list.permissions.map(({ id }) => id))
  const changes = given.flatMap(({ marketing_permission_id: id, enabled }) =>
    id !== undefined && known.has(id) ? [[id, enabled ?? false] as const] : [],
  )
  return changes.length === 0 ? before : { ...before, ...Object.fromEntries(changes) }
}

/** What a status brings with it: times, reasons, and who may undo it. */
function withStatus(
  world: MailchimpWorld,
  row: Omit<Member, 'standing'>,
  before: Member | undefined,
  { by }: SaveOptions,
): Member {
  const { status } = row
  const standing = `${row.parent}/${status}`
  if (before?.status === status) return { ...row, standing }
  const now = world.now()
  switch (status) {
    case 'subscribed':
      return {
        ...row,
        standing,
        compliance: null,
        unsubscribeReason: '',
        optedIn: row.optedIn || now,
        unsubscribed: '',
      }
    case 'unsubscribed':
      return {
        ...row,
        standing,
        compliance: by === 'user' ? 'unsubscribed' : row.compliance,
        unsubscribeReason: by === 'user' ? row.unsubscribeReason : 'N/A (Unsubscribed by admin)',
        unsubscribed: now,
      }
    case 'pending':
      return { ...row, standing, signedUp: row.signedUp || now }
    case 'cleaned':
      return { ...row, standing, compliance: 'bounced' }
    default:
      return { ...row, standing }
  }
}

/** A new address is a new hash: what hangs on the old one goes along. */
function moveMember(world: MailchimpWorld, before: Member, after: Member): void {
  world.members.delete(before.id)
  world.contacts.put({ id: after.contactId, member: after.id })
  for (const row of world.segmentMembers.where('member', before.id)) {
    world.segmentMembers.delete(row.id)
    world.segmentMembers.insert({ ...row, id: keyOf(row.parent, after.hash), member: after.id })
  }
  for (const note of world.notes.where('parent', before.id)) {
    world.notes.delete(note.id)
    world.notes.insert({ ...note, id: keyOf(after.id, String(note.noteId)), parent: after.id })
  }
  for (const table of [world.memberEvents, world.activity, world.smsChannels]) {
    for (const row of table.where('parent', before.id)) table.update(row.id, { parent: after.id })
  }
}
