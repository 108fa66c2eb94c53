import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { sorted, windowed } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import { findList, type List } from './list.js'

const HISTORY = '/3.0/lists/{list_id}/growth-history'

/** How an audience stood at the end of each month. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/list-growth-history/list-growth-history-data/ (read 2026-11) */
export const growthHistory = behaviour('GET /3.0/lists/{list_id}/growth-history', ({ params, query, call }, world) => {
  const list = findList(world, params.list_id)
  const months = sorted(monthsOf(world, list), ({ month }) => month, query.sort_dir ?? 'DESC')
  return {
    history: windowed(months, query).map((month) => ({
      ...month,
      _links: linksOf(world.description, call.origin, `${HISTORY}/{month}`, [list.id, month.month]),
    })),
    list_id: list.id,
    total_items: months.length,
    _links: linksOf(world.description, call.origin, HISTORY, [list.id]),
  }
})

type Month = Readonly<
  Record<'existing' | 'imports' | 'optins' | 'subscribed' | 'unsubscribed' | 'cleaned' | 'pending', number>
> & {
  readonly month: string
  readonly list_id: string
}

/** From the month in which it was made to the present one. Who is in it now is counted where they came in. */
export function monthsOf(world: MailchimpWorld, list: List): Month[] {
  const members = world.members.where('parent', list.id)
  const months: Month[] = []
  const last = world.now().slice(0, 7)
  for (let month = list.created.slice(0, 7); month <= last; month = next(month)) {
    const joined = members.filter(({ optedIn }) => optedIn.startsWith(month))
    const present = (status: string) =>
      members.filter((member) => member.status === status && member.changed.slice(0, 7) <= month).length
    months.push({
      list_id: list.id,
      month,
      existing: members.filter(({ optedIn }) => optedIn !== '' && optedIn.slice(0, 7) < month).length,
      imports: joined.filter(({ source }) => source.startsWith('API')).length,
      optins: joined.filter(({ source }) => !source.startsWith('API')).length,
      subscribed: present('subscribed'),
      unsubscribed: present('unsubscribed'),
      cleaned: present('cleaned'),
      pending: present('pending'),
    })
  }
  return months
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

/** @throws ResourceNotFound (404) for a month before it was made, or to come */
export function monthOf(world: MailchimpWorld, list: List, month: string): Month {
  const found = monthsOf(world, list).find((each) => each.month === month)
  if (!found) throw problem('ResourceNotFound')
  return found
}
