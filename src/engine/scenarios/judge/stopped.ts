import { addDuration, parseDuration } from '../../time/duration.js'
import type { Wanted } from '../expectation-schema.js'
import { broken, type Evidence, fitting, held, lines, times, unseen, type Verdict } from './evidence.js'

/** After what it was told, the integration asks at most so much more. */
export function judgeStopped(wanted: Wanted<'stopped'>, evidence: Evidence): Verdict {
  const { vendor, after, atMost, operation, within } = wanted
  const [first] = fitting(evidence, { vendor, ...after })
  if (!first) return unseen('it was never told')
  const until = within === undefined ? Number.POSITIVE_INFINITY : addDuration(first.answeredAt, parseDuration(within))
  const rest = fitting(evidence, { vendor, operation }).filter(
    ({ number, observed }) =>
      number > first.number && observed.wallTime >= first.answeredAt && observed.wallTime < until,
  )
  const said =
    rest.length === 0
      ? `nothing was asked after #${first.number}`
      : `asked ${times(rest.length)} after #${first.number}: ${lines(rest)}`
  return rest.length <= atMost ? held(said) : broken(said)
}
