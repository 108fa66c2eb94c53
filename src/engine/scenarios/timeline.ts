import type { Emitted } from '../events/emitted.js'
import { statusOf } from './fits.js'
import { type Cause, deliveriesIn, type Entry, isStaged, type NotedDelivery, type NotedExchange } from './journal.js'
import { partOf, spanText, workOf } from './judge/evidence.js'
import type { RowChange } from './row-change.js'
import type { RunningScenario } from './running.js'

/** One line of the timeline, in plain words. */
export interface Line {
  readonly number: number
  /** World's clock since the start, milliseconds. */
  readonly at: number
  /** program: the integration asks; vendor: a webhook; stage: the scenario itself; time: what happens by itself. */
  readonly who: 'program' | 'vendor' | 'stage' | 'time'
  readonly vendor: string | undefined
  readonly text: string
  /** What came of it: state, events, why. */
  readonly details: readonly string[]
  /** The line that it came of. */
  readonly because: number | undefined
  /** The webhook while whose delivery it was asked, and so most likely by its handler. */
  readonly during?: number | undefined
  readonly good: boolean
}

const MOST_CHANGES = 4

/** What happened, cause and effect over all vendors, in the order in which it came. */
export function timelineOf(running: RunningScenario, entries: readonly Entry[]): Line[] {
  return new Timeline(running, entries).lines()
}

class Timeline {
  private readonly running: RunningScenario
  private readonly entries: readonly Entry[]
  /** What is told of a request beside its operation: what the scenario looks at. */
  private readonly parts: readonly string[]
  private readonly steps = new Map<number, number>()
  private readonly requests = new Map<string, number>()
  private readonly works = new Map<string, NotedExchange>()

  constructor(running: RunningScenario, entries: readonly Entry[]) {
    this.running = running
    this.entries = entries
    this.parts = partsOf(running)
    for (const entry of this.entries) {
      if (entry.kind === 'exchange') this.requests.set(entry.observed.id, entry.number)
      if (entry.kind === 'step' && entry.error === undefined) this.steps.set(entry.index, entry.number)
    }
  }

  lines(): Line[] {
    return this.entries.map((entry) => this.line(entry)).filter((line) => line !== undefined)
  }

  private line(entry: Entry): Line | undefined {
    const { number } = entry
    const at = entry.at - this.running.startedAt
    const place = { number, at }
    if (entry.kind === 'exchange') return { ...place, ...this.exchange(entry) }
    if (entry.kind === 'delivery') return { ...place, ...this.delivery(entry) }
    if (entry.kind === 'step') {
      const details = entry.error === undefined ? [] : [entry.error]
      const text = entry.error === undefined ? entry.text : `failed: ${entry.text}`
      return {
        ...place,
        who: 'stage',
        vendor: undefined,
        text,
        details,
        because: undefined,
        good: details.length === 0,
      }
    }
    const details = [...changesText(entry.changes), ...eventsText(entry.emitted)]
    const vendor = entry.changes[0]?.vendor ?? entry.emitted[0]?.vendor
    if (details.length === 0) return undefined
    const text = entry.cause.kind === 'time' ? 'in the course of time' : 'what comes of that'
    return { ...place, who: 'time', vendor, text, details, because: this.causeOf(entry.cause), good: true }
  }

  private exchange(entry: NotedExchange): Omit<Line, 'number' | 'at'> {
    const { observed, changes } = entry
    const { exchange, operation, vendor } = observed
    const redactor = this.running.world.sandbox.runtime(vendor)?.redactor
    const target = redactor?.text(exchange.target) ?? exchange.target
    const before = isStaged(entry) ? undefined : this.again(entry)
    const told = this.parts.flatMap((part) => {
      const value = partOf(entry, part)
      return value === undefined ? [] : [`${part.replace(/^\w+\./, '')} ${redactor?.text(value) ?? value}`]
    })
    const status = statusOf(observed)
    const answer = status === 0 ? 'no answer' : String(status)
    const text = `${exchange.method} ${shortened(target)}${told.length > 0 ? `  ${told.join(', ')}` : ''}  ${answer}`
    const details = [
      ...(before === undefined ? [] : [before]),
      ...this.key(entry),
      ...observed.faults.map((label) => `went wrong on purpose: ${this.running.faults.nameOf(label)}`),
      ...(status >= 400 ? errorText(observed.outcome, redactor) : []),
      ...changesText(changes),
      ...eventsText(observed.emitted),
      ...(operation === undefined ? ['no operation of this vendor'] : []),
    ]
    const who = isStaged(entry) ? 'stage' : 'program'
    return {
      who,
      vendor,
      text,
      details,
      because: undefined,
      during: this.during(entry),
      good: status > 0 && status < 400,
    }
  }

  /** Says of a second attempt of which line it is one. */
  private again(entry: NotedExchange): string | undefined {
    if (entry.observed.exchange.method === 'GET') return undefined
    const work = workOf(entry)
    const before = this.works.get(work)
    this.works.set(work, entry)
    if (!before) return undefined
    return `the same as #${before.number}, ${spanText(Math.max(0, entry.observed.wallTime - before.answeredAt))} later`
  }

  private key({ observed }: NotedExchange): string[] {
    const header = this.running.world.sandbox.runtime(observed.vendor)?.definition.idempotency?.header
    const key = header === undefined ? undefined : observed.exchange.headers[header]
    return typeof key === 'string' ? [`idempotency key ${shortened(key, 40)}`] : []
  }

  private delivery({ observed, accepted, cause }: NotedDelivery): Omit<Line, 'number' | 'at'> {
    const { row, attempt, vendor, duration } = observed
    const answer = attempt.status === undefined ? (attempt.error ?? 'no answer') : String(attempt.status)
    const count = row.attempts.length
    const text = `webhook ${row.type}${count > 1 ? `, attempt ${count}` : ''}  ${answer} after ${spanText(duration)}`
    return { who: 'vendor', vendor, text, details: [], because: this.causeOf(cause), good: accepted }
  }

  /** Where several were under way, the one that speaks of what was asked for. */
  private during({ observed }: NotedExchange): number | undefined {
    const { wallTime, params } = observed
    const open = deliveriesIn(this.entries).filter((entry) => {
      const sent = entry.observed
      return wallTime >= sent.wallTime && wallTime <= sent.wallTime + sent.duration
    })
    const ids = Object.values(params).filter((value) => value.length > 8)
    const named = open.filter((entry) => ids.some((id) => entry.observed.request.body.includes(id)))
    const [only, ...others] = named.length > 0 ? named : open
    return named.length > 0 ? named.at(-1)?.number : others.length === 0 ? only?.number : undefined
  }

  private causeOf(cause: Cause): number | undefined {
    if (cause.kind === 'request') return this.requests.get(cause.id)
    return cause.kind === 'step' ? this.steps.get(cause.index) : undefined
  }
}

/** What expectations and faults look at in a request. */
function partsOf({ written }: RunningScenario): string[] {
  const parts = new Set<string>()
  const { expect, faults = [] } = written.scenario
  for (const expectation of expect) {
    for (const wanted of [expectation.calls, expectation.sameKey]) if (wanted?.per !== undefined) parts.add(wanted.per)
    for (const wanted of [expectation.calls, expectation.never, expectation.retried]) {
      for (const path of Object.keys(wanted?.body ?? {})) parts.add(`body.${path}`)
    }
    if (expectation.rows?.per !== undefined) parts.add(`body.${expectation.rows.per}`)
    if (expectation.paged) parts.add(expectation.paged.cursor)
  }
  for (const { when } of faults) for (const path of Object.keys(when?.body ?? {})) parts.add(`body.${path}`)
  return [...parts]
}

function changesText(changes: readonly RowChange[]): string[] {
  if (changes.length === 0) return []
  const shown = changes.slice(0, MOST_CHANGES).map(changeText)
  const more = changes.length - shown.length
  return [`state: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`]
}

function changeText({ of, id, change, status, before, fields }: RowChange): string {
  if (change === 'removed') return `${of} ${id} removed`
  if (change === 'made') return `${of} ${id}${status === undefined ? '' : ` ${status}`}`
  if (before !== undefined) return `${of} ${id} ${before} -> ${status ?? 'no status'}`
  return `${of} ${id} has another ${fields.slice(0, 3).join(', ')}`
}

function eventsText(emitted: readonly Emitted[]): string[] {
  return emitted.length === 0 ? [] : [`events: ${emitted.map(({ type }) => type).join(', ')}`]
}

function errorText(
  outcome: NotedExchange['observed']['outcome'],
  redactor: { text(text: string): string } | undefined,
): string[] {
  if (outcome.kind !== 'reply' || typeof outcome.body !== 'string') return []
  const [, said] = /"(?:message|errorMessage|detail|title)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(outcome.body) ?? []
  return said === undefined ? [] : [`"${shortened(redactor?.text(said) ?? said, 160)}"`]
}

function shortened(text: string, most = 90): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
