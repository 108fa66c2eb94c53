import { problem } from '../errors.js'
import type { Member } from '../members/member.js'
import { linksOf } from '../resources/links.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { type Condition, evaluateSegment } from './evaluate.js'

export interface SegmentOptions {
  readonly match?: 'any' | 'all' | undefined
  readonly conditions?: readonly Condition[] | undefined
}

/** A part of an audience: those who were put in (a tag is such a one), or those who meet conditions. */
export interface Segment extends ResourceRow {
  readonly segmentId: number
  readonly name: string
  readonly type: 'static' | 'saved'
  readonly options: SegmentOptions
  readonly created: string
  readonly updated: string
}

/** That a member is in a static segment. */
export interface SegmentMember extends ResourceRow {
  /** Key of the member. */
  readonly member: string
  readonly added: string
}

export const SEGMENT = '/3.0/lists/{list_id}/segments/{segment_id}'

/** @throws ResourceNotFound (404) */
export function findSegment(world: MailchimpWorld, list: string, id: string): Segment {
  const segment = world.segments.find(keyOf(list, id))
  if (!segment) throw problem('ResourceNotFound')
  return segment
}

export function insertSegment(
  world: MailchimpWorld,
  list: string,
  given: Pick<Segment, 'name' | 'type'> & { readonly options?: SegmentOptions },
): Segment {
  const segmentId = world.nextNumber('segment')
  const now = world.now()
  const { name, type, options = {} } = given
  const id = keyOf(list, String(segmentId))
  return world.segments.insert({ id, parent: list, segmentId, name, type, options, created: now, updated: now })
}

export function addToSegment(world: MailchimpWorld, segment: Segment, member: Member): void {
  const id = keyOf(segment.id, member.hash)
  if (!world.segmentMembers.has(id)) {
    world.segmentMembers.insert({ id, parent: segment.id, member: member.id, added: world.now() })
  }
}

export interface Included {
  readonly include_cleaned?: unknown
  readonly include_transactional?: unknown
  readonly include_unsubscribed?: unknown
}

/** Who is in it now, subscribers only unless others are asked for. */
export function membersOf(world: MailchimpWorld, segment: Segment, included: Included = {}): Member[] {
  const statuses = new Set(['subscribed'])
  if (included.include_cleaned === true) statuses.add('cleaned')
  if (included.include_transactional === true) statuses.add('transactional')
  if (included.include_unsubscribed === true) statuses.add('unsubscribed')
  const all =
    segment.type === 'static'
      ? world.segmentMembers.where('parent', segment.id).flatMap(({ member }) => world.members.find(member) ?? [])
      : evaluateSegment(world, segment.parent, segment.options)
  return all.filter(({ status }) => statuses.has(status))
}

export function renderSegment(
  world: MailchimpWorld,
  segment: Segment,
  origin: string,
  included: Included = {},
): Record<string, unknown> {
  const { match = 'all', conditions = [] } = segment.options
  return {
    id: segment.segmentId,
    name: segment.name,
    member_count: membersOf(world, segment, included).length,
    type: segment.type,
    created_at: segment.created,
    updated_at: segment.updated,
    options: { match, conditions },
    list_id: segment.parent,
    _links: linksOf(world.description, origin, SEGMENT, [segment.parent, String(segment.segmentId)]),
  }
}
