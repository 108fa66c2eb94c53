import type { Mailing, Message } from '../rows.js'
import { stamp, type Transactional } from '../transactional.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Counts {
  sent: number
  hard_bounces: number
  soft_bounces: number
  rejects: number
  complaints: number
  unsubs: number
  opens: number
  unique_opens: number
  clicks: number
  unique_clicks: number
}

const STATES: Readonly<Record<string, keyof Counts>> = {
  bounced: 'hard_bounces',
  'soft-bounced': 'soft_bounces',
  rejected: 'rejects',
  spam: 'complaints',
  unsub: 'unsubs',
}
const UNSENT: ReadonlySet<string> = new Set(['rejected', 'queued', 'scheduled', 'canceled'])

/** What became of messages. */
export function countsOf(messages: Iterable<Message>): Counts {
  const counts: Counts = {
    sent: 0,
    hard_bounces: 0,
    soft_bounces: 0,
    rejects: 0,
    complaints: 0,
    unsubs: 0,
    opens: 0,
    unique_opens: 0,
    clicks: 0,
    unique_clicks: 0,
  }
  for (const { state, opens, clicks } of messages) {
    if (!UNSENT.has(state)) counts.sent++
    const also = STATES[state]
    if (also) counts[also]++
    counts.opens += opens.length
    counts.unique_opens += Math.min(1, opens.length)
    counts.clicks += clicks.length
    counts.unique_clicks += Math.min(1, clicks.length)
  }
  return counts
}

/** Messages of mail, with what they share. Those of test keys stay apart. */
export function* messagesWith(tx: Transactional, fits: (mailing: Mailing) => boolean): Generator<Message> {
  for (const mailing of tx.mailings.all()) {
    if (!mailing.test && mailing.channel === 'email' && fits(mailing)) yield* tx.messages.where('mailing', mailing.id)
  }
}

/** Counts of the last days, as `stats` has them. */
export function periodsOf(tx: Transactional, messages: readonly Message[]) {
  const now = tx.now()
  const since = (from: number) => countsOf(messages.filter(({ at }) => at >= from && at <= now))
  return {
    today: since(Math.floor(now / DAY) * DAY),
    last_7_days: since(now - 7 * DAY),
    last_30_days: since(now - 30 * DAY),
    last_60_days: since(now - 60 * DAY),
    last_90_days: since(now - 90 * DAY),
  }
}

/** Counts of each hour in which something was sent, of the last 30 days, oldest first. */
export function hoursOf(tx: Transactional, messages: Iterable<Message>): (Counts & { time: string })[] {
  const from = tx.now() - 30 * DAY
  const hours = new Map<number, Message[]>()
  for (const message of messages) {
    if (message.at < from || message.at > tx.now()) continue
    const hour = Math.floor(message.at / HOUR) * HOUR
    const those = hours.get(hour)
    if (those) those.push(message)
    else hours.set(hour, [message])
  }
  return [...hours].sort(([a], [b]) => a - b).map(([hour, those]) => ({ time: stamp(hour), ...countsOf(those) }))
}

/** Of 100: less for complaints and bounces. @unverified how it is reckoned */
export function reputationOf(counts: Counts): number {
  if (counts.sent === 0) return 50
  const bad = counts.hard_bounces + counts.soft_bounces * 0.25 + counts.complaints * 4 + counts.unsubs * 0.5
  return Math.max(0, Math.round(100 - (bad * 100) / counts.sent))
}
