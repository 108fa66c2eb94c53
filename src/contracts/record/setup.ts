import { jsonPath, type Path } from '../pact/json-path.js'
import type { PactRequest, ProviderState, SetupStep } from '../pact/pact-file.js'
import { operationOf } from './describe.js'
import { historyOf } from './history.js'
import { pactRequest } from './pact-request.js'
import type { Trace, TracedExchange } from './trace.js'

/** How the states of one file came about: by their names, which are the same for the same request. */
export class Setup {
  readonly steps = new Map<string, SetupStep>()

  /** The states that an exchange rests on, in order; `ids` as they were said. */
  statesBefore(trace: Trace, target: TracedExchange, ids: Iterable<string>): ProviderState[] {
    const { steps, needed } = historyOf(trace, target, ids)
    return steps.flatMap((step, i) => [this.state(trace, step, needed), ...passedBetween(step, steps[i + 1] ?? target)])
  }

  /** The state after an exchange. */
  state(trace: Trace, step: TracedExchange, needed: ReadonlySet<string>): ProviderState {
    const request = pactRequest(step, trace.examples)
    // It is made again, not matched with anything.
    delete request.matchingRules
    const { name, params } = nameOf(trace, step)
    const unique = this.uniqueName(name, request)
    const gives = { ...this.steps.get(unique)?.gives, ...given(trace, step, needed) }
    this.steps.set(unique, { request, ...(Object.keys(gives).length > 0 && { gives: sorted(gives) }) })
    return { name: unique, ...(Object.keys(params).length > 0 && { params }) }
  }

  /** Two different requests that would have the same name are told apart. */
  private uniqueName(name: string, request: PactRequest): string {
    const text = JSON.stringify({ ...request, headers: undefined })
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? name : `${name} (${count})`
      const known = this.steps.get(candidate)
      if (!known || JSON.stringify({ ...known.request, headers: undefined }) === text) return candidate
    }
  }
}

const MINUTE = 60_000

/** The time that passed on the world's clock alone: somebody moved it on. */
function passedBetween({ source: before }: TracedExchange, { source: after }: TracedExchange): ProviderState[] {
  return passed(after.at - before.at - (after.wallTime - before.wallTime))
}

/** A state for so many milliseconds; none for what takes no time to speak of. */
export function passed(milliseconds: number): ProviderState[] {
  const minutes = Math.round(milliseconds / MINUTE)
  if (minutes < 1) return []
  const duration = minutes >= 60 ? `${Math.round(minutes / 60)}h` : `${minutes}m`
  return [{ name: `${duration} have passed`, params: { duration } }]
}

function nameOf(trace: Trace, step: TracedExchange): { name: string; params: Record<string, string> } {
  const { examples, shownBy } = trace
  const say = (text: string) => examples.text(text, step.source.at)
  const { main, method, source } = step
  const operation = operationOf(step, examples)
  const reads = method === 'GET' || method === 'HEAD'
  if (main !== undefined && !reads && shownBy.get(main) === step) {
    const noun = nounOf(step, operation)
    return {
      name: `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun} with id ${say(main)} exists`,
      params: { id: say(main) },
    }
  }
  const ids = Object.entries(source.params).filter(([, value]) => examples.idsIn(value).length > 0)
  const params = Object.fromEntries(ids.map(([key, value]) => [key, say(value)]))
  const whom = Object.values(params).join(' and ')
  if (reads) return { name: `the answer to ${operation}${whom ? ` of ${whom}` : ''} is known`, params }
  return { name: `${operation} was done${whom ? ` to ${whom}` : ''}`, params }
}

/** In the vendor's words where the answer has one, or else what the path ends in. */
function nounOf({ response }: TracedExchange, operation: string): string {
  const { object } = (response?.json ?? {}) as { object?: unknown }
  if (typeof object === 'string') return object.replaceAll('_', ' ')
  const last = operation
    .split(/[/#]/)
    .filter((part) => part !== '' && !part.startsWith('{'))
    .at(-1)
  return (last ?? 'resource').replace(/s$/, '').replaceAll('_', ' ')
}

/** Where in its answer the needed ids stand. */
function given(trace: Trace, step: TracedExchange, needed: ReadonlySet<string>): Record<string, string> {
  const { examples, shownBy } = trace
  const out: Record<string, string> = {}
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i])
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    } else if (typeof value === 'string' && needed.has(value) && shownBy.get(value) === step) {
      out[examples.text(value, step.source.at)] ??= jsonPath(path)
    }
  }
  walk(step.response?.json, [])
  return out
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
