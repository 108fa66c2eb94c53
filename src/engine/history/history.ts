import type { Call } from '../call.js'
import type { DeliveryRow } from '../events/delivery.js'
import type { Observed, ObservedDelivery, ObservedExchange } from '../observe/observed.js'
import type { Change } from '../world/table.js'
import type { World } from '../world/world.js'
import type { Happening } from './happening.js'

/** So many happenings of a world are kept, the newest. */
const MOST = 10_000
/** Requests that are never answered leave what they changed behind: of so many at most. */
const MOST_OPEN = 2000
/** Of one happening: a bulk job changes more than anybody reads. */
const MOST_CHANGES = 200

/** What caused a delivery: a request, or a happening that is noted already. */
type Cause = { readonly request: string } | { readonly number: number }

/**
 * What happened in a world and what came of what, in the order in which it ended. It keeps references to rows, which are frozen
 * and shared with the tables, so noting costs next to nothing; words are made of it when somebody asks.
 */
export class History {
  private readonly world: World
  private readonly most: number
  private items: Happening[] = []
  private count = 0
  private readonly listeners = new Set<(happening: Happening) => void>()
  private readonly stops: (() => void)[]
  /** By request, until it is answered. */
  private readonly changed = new Map<string, Change[]>()
  private readonly causes = new Map<string, Cause>()
  /** Deliveries that were made while no request was under way: the commit that made them is noted after them. */
  private orphans: string[] = []
  private readonly requests = new Map<string, number>()
  /** The last move of the clock, and up to where it goes. */
  private move: { readonly number: number; readonly to: number } | undefined

  /** @param most how many happenings are kept */
  constructor(world: World, most = MOST) {
    this.world = world
    this.most = most
    const commit = (changes: readonly Change[], call: Call | undefined) => this.onCommit(changes, call)
    world.commits.add(commit)
    this.stops = [
      () => world.commits.delete(commit),
      world.deliveries.listen((row) => this.onDeliveryRow(row)),
      world.sandbox.observers.add((observed) => this.onObserved(observed)),
    ]
  }

  /** Oldest first, at most so many of the newest. */
  list(limit = this.most): readonly Happening[] {
    return this.items.slice(-limit)
  }

  /** Those that changed a row, oldest first. */
  of(table: Change['table'], id: string): { readonly happening: Happening; readonly change: Change }[] {
    return this.items.flatMap((happening) => {
      if (happening.kind !== 'request' && happening.kind !== 'change') return []
      const change = happening.changes.findLast((each) => each.table === table && each.id === id)
      return change ? [{ happening, change }] : []
    })
  }

  /** Told of each from now on. Returns the way to stop. */
  listen(listener: (happening: Happening) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The happening that a request became, once it is answered. */
  numberOf(request: string): number | undefined {
    return this.requests.get(request)
  }

  stop(): void {
    for (const stop of this.stops) stop()
  }

  private onCommit(all: readonly Change[], call: Call | undefined): void {
    // What the engine keeps for itself has no slash in its name.
    const changes = all.filter(({ table }) => table.name.includes('/')).slice(0, MOST_CHANGES)
    if (call) {
      if (changes.length === 0) return
      const before = this.changed.get(call.requestId)
      this.changed.set(call.requestId, before ? [...before, ...changes].slice(0, MOST_CHANGES) : changes)
      const [oldest] = this.changed.keys()
      if (this.changed.size > MOST_OPEN && oldest !== undefined) this.changed.delete(oldest)
      return
    }
    const emitted = this.world.lastEmitted
    if (changes.length === 0 && emitted.length === 0) return
    const at = this.world.clock.now()
    const because = this.move && at <= this.move.to ? this.move.number : undefined
    const number = this.next()
    for (const id of this.orphans) this.causes.set(id, { number })
    this.orphans = []
    this.add({ kind: 'change', number, at, wallTime: Date.now(), changes, emitted, because })
  }

  private onDeliveryRow({ id }: DeliveryRow): void {
    if (this.causes.has(id)) return
    const request = this.world.call?.requestId
    this.causes.set(id, request === undefined ? { number: 0 } : { request })
    if (request === undefined) this.orphans.push(id)
  }

  private onObserved(observed: Observed): void {
    if (observed.world !== this.world.name) return
    if (observed.kind === 'exchange') this.onExchange(observed)
    else if (observed.kind === 'delivery') this.onAttempt(observed)
    else if (observed.kind === 'command') {
      const { at, name, input } = observed
      const number = this.next()
      if (name === 'clock advance') this.move = { number, to: Date.parse(String(input.to)) }
      this.add({ kind: 'command', number, at, wallTime: Date.now(), name, input })
    }
  }

  private onExchange({ id, vendor, operation, exchange, outcome, emitted, ...rest }: ObservedExchange): void {
    const changes = this.changed.get(id) ?? []
    this.changed.delete(id)
    const number = this.next()
    this.requests.set(id, number)
    this.add({
      kind: 'request',
      number,
      at: rest.began,
      wallTime: rest.wallTime,
      id,
      vendor,
      method: exchange.method,
      target: exchange.target,
      operation,
      status: outcome.kind === 'reply' ? outcome.status : 0,
      faults: rest.faults,
      changes,
      emitted,
      staged: exchange.staged === true,
      duration: Math.max(0, Date.now() - rest.wallTime),
    })
  }

  private onAttempt({ row, attempt, vendor, changes, wallTime, duration }: ObservedDelivery): void {
    const rules = this.world.sandbox.runtime(vendor)?.definition.events
    const { status, error, answer } = attempt
    this.add({
      kind: 'delivery',
      number: this.next(),
      at: attempt.at,
      wallTime,
      delivery: row.id,
      vendor,
      type: row.type,
      endpoint: row.endpoint,
      url: row.url,
      attempt: row.attempts.length,
      status,
      error,
      accepted: status !== undefined && rules?.accepts(status, answer ?? '') === true,
      made: changes,
      duration,
      because: this.causeOf(row.id),
    })
  }

  /** The number of what a delivery came of; undefined where that is still under way or no longer known. */
  causeOf(delivery: string): number | undefined {
    const cause = this.causes.get(delivery)
    if (!cause) return undefined
    return 'request' in cause ? this.requests.get(cause.request) : cause.number || undefined
  }

  private next(): number {
    return ++this.count
  }

  private add(happening: Happening): void {
    this.items.push(happening)
    // Cut in large steps: moving the whole array for each would be felt.
    if (this.items.length > this.most * 1.2) this.forget()
    for (const listener of this.listeners) listener(happening)
  }

  private forget(): void {
    for (const item of this.items.slice(0, -this.most)) {
      if (item.kind === 'request') this.requests.delete(item.id)
      if (item.kind === 'delivery') this.causes.delete(item.delivery)
    }
    this.items = this.items.slice(-this.most)
  }
}
