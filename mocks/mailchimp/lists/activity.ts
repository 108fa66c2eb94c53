import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { windowed } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import { findList } from './list.js'

interface Day {
  subs: number
  unsubs: number
  emails_sent: number
  unique_opens: number
  recipient_clicks: number
  hard_bounce: number
  soft_bounce: number
  other_adds: number
  other_removes: number
}

const NOTHING: Day = {
  subs: 0,
  unsubs: 0,
  emails_sent: 0,
  unique_opens: 0,
  recipient_clicks: 0,
  hard_bounce: 0,
  soft_bounce: 0,
  other_adds: 0,
  other_removes: 0,
}

const COUNTS: Readonly<Record<string, keyof Day>> = {
  signup: 'subs',
  unsub: 'unsubs',
  sent: 'emails_sent',
  open: 'unique_opens',
  click: 'recipient_clicks',
  bounce: 'hard_bounce',
}

/** What happened in an audience, a day a line, the latest first. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-activity/list-recent-activity/ (read 2026-11) */
export const activity = behaviour('GET /3.0/lists/{list_id}/activity', ({ params, query, call }, world) => {
  const { id } = findList(world, params.list_id)
  const days = daysOf(world, id)
  return {
    activity: windowed(days, query),
    list_id: id,
    total_items: days.length,
    _links: linksOf(world.description, call.origin, '/3.0/lists/{list_id}/activity', [id]),
  }
})

function daysOf(world: MailchimpWorld, list: string): (Day & { day: string })[] {
  const days = new Map<string, Day>()
  for (const row of world.activity.all()) {
    const count = row.parent.startsWith(`${list}/`) ? COUNTS[row.action] : undefined
    if (count === undefined) continue
    const day = row.at.slice(0, 10)
    const before = days.get(day) ?? NOTHING
    days.set(day, { ...before, [count]: before[count] + 1 })
  }
  return [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => (a.day < b.day ? 1 : -1))
}
