import { addDuration, parseDuration } from '../../time/duration.js'
import type { Wanted } from '../expectation-schema.js'
import { fitsStatus, statusOf } from '../fits.js'
import type { NotedExchange } from '../journal.js'
import type { Status } from '../match.js'
import {
  answerOf,
  broken,
  type Evidence,
  fitting,
  groupBy,
  held,
  lines,
  spanText,
  unseen,
  type Verdict,
  workOf,
} from './evidence.js'

/** What fails for a passing reason. */
export const PASSING: Status = [429, '5xx', 'none']
export const MOST_ATTEMPTS = 10
export const SHORTEST_PAUSE = '100ms'
/** With jitter a pause may be shorter than the one before, but not by more than this. */
const SHRINKS = 0.5

/** Each piece of work that failed was tried again, after pauses, and not for ever. */
export function judgeRetried(wanted: Wanted<'retried'>, evidence: Evidence): Verdict {
  const { status = PASSING, ...calls } = wanted
  const works = [...groupBy(fitting(evidence, calls), workOf).values()]
  const failed = (exchange: NotedExchange) => fitsStatus(statusOf(exchange.observed), status)
  const concerned = works.filter((work) => work.some(failed))
  if (concerned.length === 0) return unseen('nothing failed that could have been asked again')
  const wrong = concerned.flatMap((work) => faultsOf(work, failed, wanted))
  if (wrong.length > 0) return broken(...wrong)
  return held(...concerned.slice(0, 5).map((work) => `${lines(work)}: ${pauses(work).map(spanText).join(', ')} apart`))
}

function faultsOf(
  work: readonly NotedExchange[],
  failed: (exchange: NotedExchange) => boolean,
  { attempts = MOST_ATTEMPTS, backoff = true, pause = SHORTEST_PAUSE }: Wanted<'retried'>,
): string[] {
  const first = work.findIndex(failed)
  const tried = work.slice(first)
  const [beginning] = tried
  if (tried.length < 2 && beginning) return [`#${beginning.number} got ${answerOf(beginning)} and was not asked again`]
  const wrong: string[] = []
  if (tried.length > attempts) wrong.push(`${tried.length} attempts: ${lines(tried)}`)
  if (!backoff) return wrong
  const gaps = pauses(tried)
  const least = addDuration(0, parseDuration(pause))
  const short = gaps.findIndex((gap) => gap < least)
  const shrunk = gaps.findIndex((gap, i) => i > 0 && gap < SHRINKS * (gaps[i - 1] as number))
  const level = gaps.length >= 3 && (gaps.at(-1) as number) <= (gaps[0] as number)
  const between = (i: number) => lines(tried.slice(i, i + 2))
  if (short >= 0) wrong.push(`only ${spanText(gaps[short] as number)} between ${between(short)}: no pause`)
  else if (shrunk >= 0) wrong.push(`the pause shrank to ${spanText(gaps[shrunk] as number)} between ${between(shrunk)}`)
  else if (level) wrong.push(`the pauses did not grow: ${gaps.map(spanText).join(', ')} (${lines(tried)})`)
  return wrong
}

/** From each answer to the next attempt, in milliseconds of wall time. */
function pauses(work: readonly NotedExchange[]): number[] {
  return work.slice(1).map(({ observed }, i) => Math.max(0, observed.wallTime - (work[i] as NotedExchange).answeredAt))
}
