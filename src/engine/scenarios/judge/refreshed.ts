import type { Wanted } from '../expectation-schema.js'
import { statusOf } from '../fits.js'
import { broken, type Evidence, fitting, held, lines, times, unseen, type Verdict, workOf } from './evidence.js'

/** After the first 401, a new token is got, and the same work asked again with it. */
export function judgeRefreshed(wanted: Wanted<'refreshed'>, evidence: Evidence): Verdict {
  const { vendor, by, atMost = 1 } = wanted
  const asked = fitting(evidence, { vendor })
  const first = asked.find(({ observed }) => statusOf(observed) === 401)
  if (!first) return unseen('no request was answered with 401')
  const after = asked.filter(({ number }) => number > first.number)
  const grants = fitting({ ...evidence, exchanges: after }, { vendor, operation: by })
  const given = grants.filter(({ observed }) => statusOf(observed) < 400 && statusOf(observed) > 0)
  if (grants.length === 0) return broken(`#${first.number} got 401, and no new token was asked for`)
  if (grants.length > atMost) return broken(`a new token was asked for ${times(grants.length)}: ${lines(grants)}`)
  const [grant] = given
  if (!grant) return broken(`no new token was given: ${lines(grants)}`)
  const again = after.find((each) => each.number > grant.number && workOf(each) === workOf(first))
  if (!again) return broken(`#${first.number} was not asked again with the token of #${grant.number}`)
  const status = statusOf(again.observed)
  if (status === 401) return broken(`#${again.number} was asked again and got 401 once more: with the old token?`)
  return held(`401 at #${first.number}, a new token at #${grant.number}, asked again at #${again.number}`)
}
