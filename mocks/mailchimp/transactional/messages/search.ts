import { behaviour } from '../../api.js'
import { keyOf } from '../authenticate.js'
import type { Mailing, Message } from '../rows.js'
import { hoursOf } from '../tags/counts.js'
import { type Transactional, transactionalOf } from '../transactional.js'
import { type Found, renderInfo } from './message.js'
import { metadataOf } from './message-event.js'
import { renderSubject } from './render.js'
import { parseTime } from './send-at.js'

const DAY = 24 * 3_600_000
const MOST = 1000
const DEFAULT_LIMIT = 100

interface Query {
  readonly query?: string | null | undefined
  readonly date_from?: string | null | undefined
  readonly date_to?: string | null | undefined
  readonly tags?: readonly string[] | null | undefined
  readonly senders?: readonly string[] | null | undefined
  readonly api_keys?: readonly string[] | null | undefined
}

/**
 * Messages of the last 7 days, or between two dates, newest first; what is scheduled is not among them.
 * @throws RequestLimitExceeded past 20 in a minute
 * @source https://mailchimp.com/developer/transactional/api/messages/search-messages-by-date/ (read 2026-11)
 */
export const search = behaviour('POST /api/1.0/messages/search', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const limit = Math.max(1, Math.min(body.limit ?? DEFAULT_LIMIT, MOST))
  return found(tx, body, keyOf(call).test)
    .slice(0, limit)
    .map((each) => renderInfo(tx, each))
})

/** The same, counted by the hour. @source https://mailchimp.com/developer/transactional/api/messages/search-messages-by-hour/ (read 2026-11) */
export const searchTimeSeries = behaviour('POST /api/1.0/messages/search-time-series', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const { query, date_from, date_to, tags, senders } = body
  return hoursOf(
    tx,
    found(tx, { query, date_from, date_to, tags, senders }, keyOf(call).test).map(({ message }) => message),
  )
})

function found(tx: Transactional, query: Query, test: boolean): Found[] {
  const [since, until] = rangeOf(query, tx.now())
  const words = wordsOf(query.query ?? '')
  const inRange = ({ state, at }: Message) =>
    state !== 'scheduled' && state !== 'canceled' && at >= since && at <= until
  const out: Found[] = []
  for (const mailing of tx.mailings.all()) {
    if (mailing.test !== test || !isWanted(mailing, query)) continue
    for (const message of tx.messages.where('mailing', mailing.id)) {
      const each = { mailing, message }
      if (inRange(message) && words.every((word) => fits(tx, each, word))) out.push(each)
    }
  }
  return out.sort((a, b) => b.message.at - a.message.at)
}

function isWanted({ from, key, tags }: Mailing, query: Query): boolean {
  return among(query.senders, [from]) && among(query.api_keys, [key]) && among(query.tags, tags)
}

/** Both ends, Unix milliseconds. A day is meant to its end. */
function rangeOf({ date_from, date_to }: Query, now: number): [since: number, until: number] {
  const from = date_from ? parseTime(date_from) : undefined
  const to = date_to ? parseTime(date_to) : undefined
  const end = to !== undefined && date_to && !/\d:\d/.test(date_to) ? to + DAY - 1 : to
  return [from ?? (to === undefined ? now - 7 * DAY : 0), end ?? Number.POSITIVE_INFINITY]
}

function among(wanted: readonly string[] | null | undefined, values: readonly string[]): boolean {
  return !wanted || wanted.length === 0 || wanted.some((each) => values.includes(each))
}

interface Word {
  readonly field: string | undefined
  readonly text: string
  readonly not: boolean
}

const WORD = /(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))/g

/** `email:gmail.com subject:"an order" -tags:test u_order_id:42`; AND is understood, and need not be written. */
function wordsOf(query: string): Word[] {
  return [...query.slice(0, 2000).matchAll(WORD)]
    .map(([, minus, field, quoted, plain]) => ({
      field: field?.toLowerCase(),
      text: (quoted ?? plain ?? '').toLowerCase().replaceAll('*', ''),
      not: minus === '-',
    }))
    .filter(({ field, text }) => field !== undefined || text !== 'and')
}

/** @source https://mandrill.zendesk.com/hc/en-us/articles/205583137 (from memory); @unverified fields beyond email, sender, subject, tags and state */
function fits(tx: Transactional, each: Found, { field, text, not }: Word): boolean {
  const { mailing, message } = each
  const subject = () => renderSubject(tx.account.id, mailing, message).toLowerCase()
  const holds = (value: string) => value.toLowerCase().includes(text)
  const of: Readonly<Record<string, () => boolean>> = {
    email: () => holds(message.email),
    full_email: () => message.email.toLowerCase() === text,
    sender: () => holds(mailing.from),
    subject: () => subject().includes(text),
    tags: () => mailing.tags.some((tag) => tag.toLowerCase() === text),
    state: () => message.state === text,
    template: () => mailing.template === text,
    subaccount: () => (mailing.subaccount ?? '').toLowerCase() === text,
  }
  const known = field !== undefined && Object.hasOwn(of, field) ? of[field] : undefined
  const given = field?.startsWith('u_') ? metadataOf(mailing, message)[field.slice(2)] : undefined
  const result = known
    ? known()
    : field?.startsWith('u_')
      ? String(given ?? '').toLowerCase() === text
      : holds(message.email) || holds(mailing.from) || subject().includes(text)
  return result !== not
}
