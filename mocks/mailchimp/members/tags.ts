import { addToSegment, insertSegment, type Segment } from '../segments/segment.js'
import type { MailchimpWorld } from '../world.js'
import type { Member } from './member.js'

interface Tag {
  readonly id: number
  readonly name: string
  readonly date_added: string
}

/** A member's tags, which are the static segments that they are in. */
export function tagsOf(world: MailchimpWorld, member: Member): Tag[] {
  return world.segmentMembers.where('member', member.id).flatMap(({ parent, added }) => {
    const segment = world.segments.find(parent)
    return segment ? [{ id: segment.segmentId, name: segment.name, date_added: added }] : []
  })
}

/** Adds a member to the tag of that name, which is made where there is none yet. */
export function addTag(world: MailchimpWorld, member: Member, name: string): void {
  const segment = tagNamed(world, member.parent, name) ?? insertSegment(world, member.parent, { name, type: 'static' })
  addToSegment(world, segment, member)
}

/** A tag that is not there is not had. */
export function removeTag(world: MailchimpWorld, member: Member, name: string): void {
  const segment = tagNamed(world, member.parent, name)
  if (segment) world.segmentMembers.delete(`${segment.id}/${member.hash}`)
}

export function tagNamed(world: MailchimpWorld, list: string, name: string): Segment | undefined {
  const wanted = name.trim().toLowerCase()
  return world.segments
    .where('parent', list)
    .find((segment) => segment.type === 'static' && segment.name.toLowerCase() === wanted)
}
