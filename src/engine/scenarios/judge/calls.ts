import type { Wanted } from '../expectation-schema.js'
import type { NotedExchange } from '../journal.js'
import type { Bounds } from '../match.js'
import {
  broken,
  type Evidence,
  fitting,
  groupBy,
  held,
  lines,
  partOf,
  times,
  unseen,
  type Verdict,
} from './evidence.js'

/** How often something was asked for, in all or for each value. */
export function judgeCalls(wanted: Wanted<'calls'>, evidence: Evidence): Verdict {
  if (evidence.exchanges.length === 0) return unseen('the integration asked for nothing')
  const found = fitting(evidence, wanted)
  const { per } = wanted
  if (per === undefined) {
    const said = found.length === 0 ? 'never asked' : `asked ${times(found.length)}: ${lines(found)}`
    return isWithin(found.length, wanted) ? held(said) : broken(said)
  }
  const groups = groupBy(found, (exchange) => partOf(exchange, per))
  groups.delete(undefined)
  if (groups.size === 0) return unseen(`no such request had ${per}`)
  const wrong = [...groups].filter(([, group]) => !isWithin(group.length, wanted))
  const say = ([value, group]: [string | undefined, NotedExchange[]]) =>
    `${per} ${value}: asked ${times(group.length)}: ${lines(group)}`
  return wrong.length > 0 ? broken(...wrong.map(say)) : held(...[...groups].slice(0, 5).map(say))
}

export function judgeNever(wanted: Wanted<'never'>, evidence: Evidence): Verdict {
  if (evidence.exchanges.length === 0) return unseen('the integration asked for nothing')
  const found = fitting(evidence, wanted)
  return found.length === 0 ? held('never asked') : broken(`asked ${times(found.length)}: ${lines(found)}`)
}

export function isWithin(count: number, { atLeast, atMost, exactly }: Bounds): boolean {
  if (exactly !== undefined) return count === exactly
  return count >= (atLeast ?? 0) && count <= (atMost ?? Number.POSITIVE_INFINITY)
}
