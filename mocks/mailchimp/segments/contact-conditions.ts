import { keyOf } from '../resources/row.js'
import { compareDate, compareNumber, compareText, daysBefore } from './compare.js'
import type { Test } from './evaluate.js'

const date: Test = (world, member, { field, op = '', value, extra }) => {
  const text = field === 'info_changed' ? member.changed : member.optedIn
  const at = text === '' ? undefined : Date.parse(text)
  const now = world.port.now()
  if (op === 'within') return at !== undefined && at >= daysBefore(now, value)
  if (op === 'notwithin') return at === undefined || at < daysBefore(now, value)
  return compareDate(op, at, value === 'date' ? Date.parse(String(extra)) : Date.parse(String(value)))
}

const interests: Test = (_world, member, { op, value }) => {
  const wanted = Array.isArray(value) ? value.map(String) : []
  const has = (id: string) => member.interests[id] === true
  if (op === 'interestcontainsall') return wanted.every(has)
  return op === 'interestnotcontains' ? !wanted.some(has) : wanted.some(has)
}

const staticSegment: Test = (world, member, { op, value }) => {
  const inside = world.segmentMembers.has(keyOf(member.parent, String(value), member.hash))
  return op === 'static_not' ? !inside : inside
}

/** What conditions ask of who somebody is. @source https://mailchimp.com/developer/marketing/docs/alternative-schemas/ (read 2026-11) */
export const contactConditions: Readonly<Record<string, Test>> = {
  Date: date,
  NewSubscribers: (world, member, { value }) => {
    const last = world.lists.find(member.parent)?.lastSent ?? ''
    const at = Date.parse(member.optedIn)
    return value === 'since_last_campaign' || value === undefined
      ? last === '' || at > Date.parse(last)
      : at >= daysBefore(world.port.now(), value)
  },
  Language: (_world, member, { op = '', value }) => compareText(op, member.language, String(value)),
  MemberRating: (_world, member, { op = '', value }) => {
    const rating = member.sent === 0 ? 2 : 2 + Math.min(3, Math.round((member.opened / member.sent) * 3))
    return compareNumber(op, rating, Number(value))
  },
  SignupSource: (_world, member, { op = '', value }) => compareText(op, member.source, String(value ?? '')),
  EmailClient: (_world, _member, { op = '', value }) => compareText(op, '', String(value)),
  VIP: (_world, member, { op }) => (op === 'notmember' ? !member.vip : member.vip),
  Interests: interests,
  StaticSegment: staticSegment,
  EmailAddress: (_world, member, { op = '', value }) => compareText(op, member.email, String(value ?? '')),
}
