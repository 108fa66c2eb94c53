import type { Message } from '../rows.js'
import { messagesWith } from '../tags/counts.js'
import { stamp, type Transactional } from '../transactional.js'

const HOUR = 3_600_000

interface UrlCount {
  readonly url: string
  /** Messages that were clicked at least once: which others held the address is not kept. */
  sent: number
  clicks: number
  unique_clicks: number
}

/** Addresses that were clicked, most clicked first. */
export function urlCounts(tx: Transactional): UrlCount[] {
  const counts = new Map<string, UrlCount>()
  for (const message of messagesWith(tx, () => true)) count(counts, message, ({ url }) => url)
  return [...counts.values()].sort((a, b) => b.clicks - a.clicks)
}

export function clicksByHour(tx: Transactional, url: string) {
  const counts = new Map<string, UrlCount>()
  for (const message of messagesWith(tx, () => true)) {
    const clicks = message.clicks.filter((click) => click.url === url)
    count(counts, { ...message, clicks }, ({ ts }) => stamp(Math.floor((ts * 1000) / HOUR) * HOUR))
  }
  return [...counts.values()].map(({ url: time, ...rest }) => ({ time, ...rest }))
}

function count(
  into: Map<string, UrlCount>,
  { clicks }: Message,
  keyOf: (click: Message['clicks'][number]) => string,
): void {
  const met = new Set<string>()
  for (const click of clicks) {
    const url = keyOf(click)
    const row = into.get(url) ?? { url, sent: 0, clicks: 0, unique_clicks: 0 }
    into.set(url, row)
    row.clicks++
    if (met.has(url)) continue
    met.add(url)
    row.unique_clicks++
    row.sent++
  }
}
