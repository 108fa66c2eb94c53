import type { Member } from '../members/member.js'
import type { MailchimpWorld } from '../world.js'
import { activityConditions } from './activity-conditions.js'
import { contactConditions } from './contact-conditions.js'
import { ecommerceConditions } from './ecommerce-conditions.js'
import { mergeConditions } from './merge-conditions.js'

/** One condition, as on the wire: the type says what it is about. */
export interface Condition {
  readonly condition_type?: string | undefined
  readonly field?: string | undefined
  readonly op?: string | undefined
  readonly value?: unknown
  readonly extra?: unknown
}

export type Test = (world: MailchimpWorld, member: Member, condition: Condition) => boolean

const tests: Readonly<Record<string, Test>> = {
  ...contactConditions,
  ...mergeConditions,
  ...activityConditions,
  ...ecommerceConditions,
}

/** Of these nothing is known of anybody here: surveys, social networks, goals, predictions, and what is told by other services. */
const NOBODY: Test = (_world, _member, { op = '' }) => /not/.test(op) || op === 'ipgeounknown'

/** Whether somebody meets all conditions, or any one of them. Without conditions everybody does. */
export function meets(world: MailchimpWorld, member: Member, options: Options): boolean {
  const { match = 'all', conditions = [] } = options
  if (conditions.length === 0) return true
  const one = (condition: Condition) => testOf(condition)(world, member, condition)
  return match === 'any' ? conditions.some(one) : conditions.every(one)
}

interface Options {
  readonly match?: 'any' | 'all' | undefined
  readonly conditions?: readonly Condition[] | undefined
}

/** The members of an audience who meet conditions, whatever their status. */
export function evaluateSegment(world: MailchimpWorld, list: string, options: Options): Member[] {
  return world.members
    .where('parent', list)
    .filter((member) => member.status !== 'archived' && meets(world, member, options))
}

/** By the type, or where that is not given by the field. */
function testOf({ condition_type: type, field = '' }: Condition): Test {
  if (type !== undefined) return tests[type] ?? NOBODY
  if (/^interests-/.test(field)) return tests.Interests ?? NOBODY
  const named: Readonly<Record<string, string>> = {
    aim: 'Aim',
    timestamp_opt: 'Date',
    info_changed: 'Date',
    language: 'Language',
    rating: 'MemberRating',
    source: 'SignupSource',
    gmonkey: 'VIP',
    static_segment: 'StaticSegment',
    EMAIL: 'EmailAddress',
    merge0: 'EmailAddress',
  }
  return tests[named[field] ?? 'TextMerge'] ?? NOBODY
}
