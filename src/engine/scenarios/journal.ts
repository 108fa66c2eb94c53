import type { Emitted } from '../events/emitted.js'
import type { ObservedDelivery, ObservedExchange } from '../observe/observed.js'
import type { World } from '../world/world.js'
import { type RowChange, rowChanges } from './row-change.js'

/** What made something happen: a request (its id), a step (its number), or time. */
export type Cause =
  | { readonly kind: 'request'; readonly id: string }
  | { readonly kind: 'step'; readonly index: number }
  | { readonly kind: 'time' }

interface Noted {
  /** Place in the order in which things were noted. */
  readonly number: number
  /** Unix milliseconds of wall time. */
  readonly notedAt: number
  /** World's clock, Unix milliseconds. */
  readonly at: number
}

export interface NotedExchange extends Noted {
  readonly kind: 'exchange'
  readonly observed: ObservedExchange
  /** When it was answered, Unix milliseconds of wall time. */
  readonly answeredAt: number
  readonly changes: readonly RowChange[]
}

export interface NotedDelivery extends Noted {
  readonly kind: 'delivery'
  readonly observed: ObservedDelivery
  /** As the vendor sees it. */
  readonly accepted: boolean
  readonly cause: Cause
}

/** Something happened that no request caused: a timer, a trigger. */
export interface NotedChange extends Noted {
  readonly kind: 'change'
  readonly cause: Cause
  readonly changes: readonly RowChange[]
  readonly emitted: readonly Emitted[]
}

export interface NotedStep extends Noted {
  readonly kind: 'step'
  readonly index: number
  readonly text: string
  readonly error: string | undefined
}

export type Entry = NotedExchange | NotedDelivery | NotedChange | NotedStep

/** More is not kept: a program in a loop must not fill the memory. */
const MOST = 20_000

/** All that happens in a world while a scenario is on, in order, with what caused it. Kept in memory, whole. */
export class Journal {
  readonly entries: Entry[] = []
  /** True where something is missing at the end. */
  full = false
  /** The step that is being done. */
  step: number | undefined
  private readonly world: World
  private readonly listeners = new Set<(entry: Entry) => void>()
  private readonly stops: (() => void)[]
  /** By request, until it is answered. */
  private readonly changed = new Map<string, RowChange[]>()
  /** What caused a delivery, by its id. */
  private readonly causes = new Map<string, Cause>()
  private number = 0

  constructor(world: World) {
    this.world = world
    const commit = (changes: Parameters<typeof rowChanges>[1], call: World['call']) => this.onCommit(changes, call)
    world.commits.add(commit)
    this.stops = [
      () => world.commits.delete(commit),
      world.deliveries.listen(({ id }) => {
        if (!this.causes.has(id)) this.causes.set(id, this.present(world.call?.requestId))
      }),
      world.sandbox.observers.add((observed) => {
        if (observed.world !== world.name) return
        if (observed.kind === 'exchange') this.onExchange(observed)
        else if (observed.kind === 'delivery') this.onDelivery(observed)
      }),
    ]
  }

  /** Told of each entry. */
  listen(listener: (entry: Entry) => void): void {
    this.listeners.add(listener)
  }

  noteStep(index: number, text: string, error?: string): void {
    this.add({ kind: 'step', ...this.place(), index, text, error })
  }

  /** In the order in which things began, numbered anew: what was asked first may have been answered last. */
  inOrder(): Entry[] {
    const sorted = [...this.entries].sort((a, b) => begunAt(a) - begunAt(b) || a.number - b.number)
    return sorted.map((entry, i) => ({ ...entry, number: i + 1 }))
  }

  /** Nothing more is noted; what was stays. */
  stop(): void {
    for (const stop of this.stops) stop()
    this.listeners.clear()
  }

  private onCommit(changes: Parameters<typeof rowChanges>[1], call: World['call']): void {
    const told = rowChanges(this.world, changes)
    if (call) {
      if (told.length > 0) this.changed.set(call.requestId, [...(this.changed.get(call.requestId) ?? []), ...told])
      return
    }
    const emitted = this.world.lastEmitted
    if (told.length === 0 && emitted.length === 0) return
    this.add({ kind: 'change', ...this.place(), cause: this.present(undefined), changes: told, emitted })
  }

  private onExchange(observed: ObservedExchange): void {
    const changes = this.changed.get(observed.id) ?? []
    this.changed.delete(observed.id)
    this.add({ kind: 'exchange', ...this.place(observed.at), observed, answeredAt: Date.now(), changes })
  }

  private onDelivery(observed: ObservedDelivery): void {
    const cause = this.causes.get(observed.row.id) ?? { kind: 'time' }
    const { status, answer } = observed.attempt
    const rules = this.world.sandbox.runtime(observed.vendor)?.definition.events
    const accepted = status !== undefined && rules?.accepts(status, answer ?? '') === true
    this.add({ kind: 'delivery', ...this.place(observed.at), observed, accepted, cause })
  }

  private present(request: string | undefined): Cause {
    if (request !== undefined) return { kind: 'request', id: request }
    return this.step === undefined ? { kind: 'time' } : { kind: 'step', index: this.step }
  }

  private place(at = this.world.clock.now()): Noted {
    return { number: ++this.number, notedAt: Date.now(), at }
  }

  private add(entry: Entry): void {
    if (this.entries.length < MOST) this.entries.push(entry)
    else this.full = true
    for (const listener of this.listeners) listener(entry)
  }
}

function begunAt(entry: Entry): number {
  return entry.kind === 'exchange' || entry.kind === 'delivery' ? entry.observed.wallTime : entry.notedAt
}

/** Those that the integration made. */
export function exchangesIn(entries: readonly Entry[]): NotedExchange[] {
  return entries.filter((entry): entry is NotedExchange => entry.kind === 'exchange' && !isStaged(entry))
}

export function deliveriesIn(entries: readonly Entry[]): NotedDelivery[] {
  return entries.filter((entry): entry is NotedDelivery => entry.kind === 'delivery')
}

export function isStaged({ observed }: NotedExchange): boolean {
  return observed.exchange.staged === true
}
