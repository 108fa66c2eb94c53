import { problem } from '../errors.js'
import type { MergeValues } from '../merge-fields/check-values.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import type { MemberState } from './lifecycle.js'
import { hashOf } from './subscriber-hash.js'

export type MemberStatus = 'subscribed' | 'unsubscribed' | 'cleaned' | 'pending' | 'transactional' | 'archived'

/** Somebody in an audience. Times as on the wire, empty where it has not happened. */
export interface Member extends ResourceRow {
  /** `<audience>/<status>`: what members are counted and listed by. */
  readonly standing: string
  readonly hash: string
  readonly email: string
  readonly uniqueEmailId: string
  readonly contactId: string
  readonly webId: number
  readonly status: MemberStatus
  /** Why they cannot be subscribed again by anybody but themselves. */
  readonly compliance: 'unsubscribed' | 'bounced' | null
  readonly unsubscribeReason: string
  readonly emailType: string
  readonly language: string
  readonly vip: boolean
  readonly mergeFields: MergeValues
  readonly interests: Readonly<Record<string, boolean>>
  readonly permissions: Readonly<Record<string, boolean>>
  readonly latitude: number
  readonly longitude: number
  readonly ipSignup: string
  readonly signedUp: string
  readonly ipOpt: string
  readonly optedIn: string
  readonly changed: string
  readonly unsubscribed: string
  readonly source: string
  /** When they came to be known, whatever their status. */
  readonly created: string
  /** Of what was sent to them. */
  readonly sent: number
  readonly opened: number
  readonly clicked: number
}

export const MEMBER = '/3.0/lists/{list_id}/members/{subscriber_hash}'

/** By hash, address or contact id. @throws ResourceNotFound (404) */
export function findMember(world: MailchimpWorld, list: string, id: string): Member {
  const found = lookUpMember(world, list, id)
  if (!found) throw problem('ResourceNotFound')
  return found
}

export function lookUpMember(world: MailchimpWorld, list: string, id: string): Member | undefined {
  const direct = world.members.find(keyOf(list, id))
  if (direct) return direct
  if (id.includes('@')) return world.members.find(keyOf(list, hashOf(id)))
  const key = world.contacts.find(id)?.member
  const member = key === undefined ? undefined : world.members.find(key)
  return member?.parent === list ? member : undefined
}

export function stateOf(world: MailchimpWorld, list: string, email: string): MemberState {
  const member = world.members.find(keyOf(list, hashOf(email)))
  if (!member) return world.forgotten.has(list, email) ? 'forgotten' : 'absent'
  if (member.status === 'archived') return member.compliance === null ? 'archived' : 'archived after complaint'
  if (member.status !== 'unsubscribed') return member.status
  return member.compliance === null ? 'unsubscribed by api' : 'unsubscribed by contact'
}

/** First and last name, as far as the audience has such fields. */
export function fullName({ mergeFields }: Member): string {
  return [mergeFields.FNAME, mergeFields.LNAME].filter((part) => typeof part === 'string' && part !== '').join(' ')
}
