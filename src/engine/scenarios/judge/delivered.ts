import { addDuration, parseDuration } from '../../time/duration.js'
import type { Wanted } from '../expectation-schema.js'
import { fitsName } from '../fits.js'
import type { NotedDelivery } from '../journal.js'
import { broken, type Evidence, groupBy, held, lines, spanText, unseen, type Verdict } from './evidence.js'

/** What the webhook endpoint of the integration answered. */
export function judgeDelivered(wanted: Wanted<'delivered'>, evidence: Evidence): Verdict {
  const change = wanted.fault === undefined ? undefined : evidence.changes.get(wanted.fault)
  const { vendor, event, of = 'the last attempt', within } = wanted
  const found = evidence.deliveries.filter(
    ({ observed }) =>
      (vendor === undefined || observed.vendor === vendor) &&
      fitsName(observed.row.type, event) &&
      (change === undefined || observed.changes.includes(change)),
  )
  if (found.length === 0) return unseen('no such webhook was sent')
  const judged =
    of === 'the last attempt'
      ? [...groupBy(found, ({ observed }) => observed.row.id).values()].map((group) => group.at(-1) as NotedDelivery)
      : found
  const right = (delivery: NotedDelivery) => answeredAs(delivery, wanted.answer) && inTime(delivery, within)
  const wrong = judged.filter((delivery) => !right(delivery))
  const good = of === 'some attempt' ? wrong.length < judged.length : wrong.length === 0
  const said = (deliveries: readonly NotedDelivery[]) => deliveries.slice(0, 5).map((delivery) => say(delivery))
  if (good) return held(`${wanted.answer}: ${lines(judged.filter(right))}`)
  return broken(...said(wrong))
}

/** One that nobody answered was not refused: nobody looked at it. */
function answeredAs({ observed, accepted }: NotedDelivery, answer: 'accepted' | 'refused'): boolean {
  return observed.attempt.status !== undefined && accepted === (answer === 'accepted')
}

function inTime({ observed }: NotedDelivery, within: string | undefined): boolean {
  return within === undefined || observed.duration <= addDuration(0, parseDuration(within))
}

function say({ number, observed }: NotedDelivery): string {
  const { status, error } = observed.attempt
  return `#${number} ${observed.row.type} got ${status ?? error ?? 'no answer'} after ${spanText(observed.duration)}`
}
