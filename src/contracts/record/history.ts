import { idOf, type Trace, type TracedExchange } from './trace.js'

/** What was done before an exchange and matters to it, oldest first. */
export interface History {
  readonly steps: readonly TracedExchange[]
  /** Ids that the steps show and something after them needs. */
  readonly needed: ReadonlySet<string>
}

/**
 * Of all that was asked before, what an exchange rests on: what first showed the ids in it, and what was done to those since.
 * @param target the exchange
 * @param ids that it must find, as they were said
 */
export function historyOf(trace: Trace, target: TracedExchange, ids: Iterable<string>): History {
  const before = trace.exchanges.slice(0, trace.exchanges.indexOf(target))
  const needed = new Set([...ids].filter((id) => madeBefore(trace, id, target)))
  const steps: TracedExchange[] = []
  for (const step of before.reverse()) {
    if (!matters(trace, step, needed)) continue
    steps.unshift(step)
    for (const id of step.asks) if (madeBefore(trace, id, step)) needed.add(id)
  }
  return { steps, needed }
}

function madeBefore({ shownBy }: Trace, id: string, target: TracedExchange): boolean {
  const maker = shownBy.get(id)
  return maker !== undefined && maker.source.sequence < target.source.sequence
}

function matters({ shownBy }: Trace, step: TracedExchange, needed: ReadonlySet<string>): boolean {
  for (const id of step.shows) if (needed.has(id) && shownBy.get(id) === step) return true
  if (step.method === 'GET' || step.method === 'HEAD') return false
  const { emitted, params } = step.source
  if (emitted.some(({ object }) => needed.has(idOf(object) ?? ''))) return true
  return step.status < 400 && Object.values(params).some((value) => needed.has(value))
}
