import type { Wanted } from '../expectation-schema.js'
import type { NotedExchange } from '../journal.js'
import { broken, type Evidence, fitting, held, spanText, unseen, type Verdict } from './evidence.js'

/** A client's clock and ours are read at different moments, in milliseconds. */
const TOLERANCE = 50

/** Nothing like what was refused is asked before the time that the answer's Retry-After named. */
export function judgeRetryAfter(wanted: Wanted<'retryAfter'>, evidence: Evidence): Verdict {
  const found = fitting(evidence, wanted)
  const told = found.flatMap((exchange) => {
    const until = retryAfterOf(exchange)
    return until === undefined ? [] : [{ exchange, until }]
  })
  if (told.length === 0) return unseen('no answer had a Retry-After')
  const wrong = told.flatMap(({ exchange, until }) => {
    const early = found.find((next) => isLike(next, exchange) && isBetween(next, exchange, until))
    if (!early) return []
    const waited = spanText(early.observed.wallTime - exchange.answeredAt)
    return [
      `#${exchange.number} asked to wait ${spanText(until - exchange.answeredAt)}; #${early.number} came after ${waited}`,
    ]
  })
  return wrong.length > 0
    ? broken(...wrong)
    : held(...told.map(({ exchange }) => `#${exchange.number} was waited for`).slice(0, 5))
}

function isLike(next: NotedExchange, { observed }: NotedExchange): boolean {
  return next.observed.vendor === observed.vendor && next.observed.operation === observed.operation
}

/** One that was on its way when the answer came is no sign of haste. */
function isBetween(next: NotedExchange, { number, answeredAt }: NotedExchange, until: number): boolean {
  const { wallTime } = next.observed
  return next.number > number && wallTime >= answeredAt && wallTime < until - TOLERANCE
}

/** Unix milliseconds of wall time. */
function retryAfterOf({ observed, answeredAt }: NotedExchange): number | undefined {
  if (observed.outcome.kind !== 'reply') return undefined
  const [, value] = Object.entries(observed.outcome.headers).find(([name]) => /^retry-after$/i.test(name)) ?? []
  if (typeof value !== 'string') return undefined
  const until = /^[\d.]+$/.test(value) ? answeredAt + Number(value) * 1000 : Date.parse(value)
  return Number.isNaN(until) ? undefined : until
}
