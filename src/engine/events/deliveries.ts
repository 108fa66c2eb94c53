import { observeJob } from '../observe/observe-job.js'
import type { Cancel } from '../time/scheduler.js'
import type { Table } from '../world/table.js'
import type { VendorWorld } from '../world/vendor-world.js'
import type { World } from '../world/world.js'
import type { Attempt, DeliveryRequest, DeliveryRow, Target } from './delivery.js'
import type { Emitted } from './emitted.js'

/** What observers are told of a delivery that was given up. */
export const DROPPED = 'delivery dropped'
const HELD = 'This host is not loopback and not among those allowed: --allow, or `allow` in the configuration.'

/** Tells endpoints what happened: first after the commit, then again by the vendor's rules, on the world's clock. */
export class Deliveries {
  readonly table: Table<DeliveryRow>
  private readonly world: World
  private readonly listeners = new Set<(row: DeliveryRow) => void>()
  private readonly armed = new Map<string, Cancel>()

  constructor(world: World, table: Table<DeliveryRow>) {
    this.world = world
    this.table = table
  }

  enqueue(from: VendorWorld, event: Emitted, target: Target): DeliveryRow {
    const now = this.world.clock.now()
    const held = !this.world.sandbox.mayDeliver(target.url)
    const row = this.table.insert({
      id: `dlv_${this.world.ids.get('deliveries').base62(16)}`,
      vendor: from.runtime.name,
      scope: from.scope,
      event: target.event,
      type: event.type,
      endpoint: target.endpoint,
      url: target.url,
      state: held ? 'held' : 'pending',
      ...(held ? { reason: HELD } : { due: now }),
      attempts: [],
    })
    if (!held) this.world.current.afterCommit.push(() => this.arm(row.id, now))
    this.world.current.afterCommit.push(() => this.tell(row))
    return row
  }

  /** Told of each delivery when it is made and whenever it changes. Returns the way to stop. */
  listen(listener: (row: DeliveryRow) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Those of one event. */
  of(event: string): DeliveryRow[] {
    return this.table.where('event', event)
  }

  /** Newest first. */
  list(): DeliveryRow[] {
    return this.table.all().reverse()
  }

  /** Sends one again now, whatever became of it. One that is held stays so until its host is allowed: then this lets it out. */
  replay(id: string): DeliveryRow | undefined {
    const row = this.table.find(id)
    if (!row) return undefined
    if (!this.world.sandbox.mayDeliver(row.url)) return row
    const now = this.world.clock.now()
    return this.world.transact(`replay ${id}`, undefined, () => {
      const { reason: _, ...rest } = row
      const again = this.table.put({ ...rest, state: 'pending', due: now })
      this.world.current.afterCommit.push(() => this.arm(id, now))
      this.world.current.afterCommit.push(() => this.tell(again))
      return again
    })
  }

  /** Arms what is still to be sent: after a copy or a restart. */
  resume(): void {
    for (const row of this.table.all()) if (row.state === 'pending') this.arm(row.id, row.due ?? this.world.clock.now())
  }

  private arm(id: string, due: number): void {
    this.armed.get(id)?.()
    this.armed.set(
      id,
      this.world.scheduler.at(due, () => this.attempt(id, due)),
    )
  }

  private async attempt(id: string, due: number): Promise<void> {
    this.armed.delete(id)
    const row = this.table.find(id)
    const runtime = row && this.world.sandbox.runtime(row.vendor)
    const rules = runtime?.definition.events
    if (!row || !runtime || !rules || row.state !== 'pending' || row.due !== due) return
    const view = this.world.view<unknown>(runtime, row.scope)
    if (!rules.wanted(row, view)) {
      this.drop(row)
      return
    }
    let request: DeliveryRequest | undefined
    const wallTime = Date.now()
    const make = () => {
      request = rules.request(row, view, wallTime)
      return request
    }
    const attempt = await this.send(row, make, rules.timeout)
    const accepted = attempt.status !== undefined && rules.accepts(attempt.status, attempt.answer ?? '')
    this.settle(row, attempt, accepted, rules.retryAfter(row.attempts.length + 1))
    if (request) this.observe(row, request, attempt, wallTime)
  }

  /** Gives one up that nobody wants any more. */
  drop(row: DeliveryRow): void {
    this.change(row, { state: 'dropped', reason: 'The endpoint was disabled or deleted.' })
    observeJob(this.world, DROPPED, row.id)
  }

  /** Gives a delivery what came of an attempt elsewhere, and gives the request that it would have been. */
  replayAttempt(
    row: DeliveryRow,
    then: Pick<DeliveryRow, 'state' | 'due' | 'reason'>,
    made: Attempt,
    wallTime: number,
  ) {
    const runtime = this.world.sandbox.runtime(row.vendor)
    const view = runtime && this.world.view<unknown>(runtime, row.scope)
    const request = runtime?.definition.events?.request(row, view, wallTime)
    const { due: _, reason: __, ...rest } = row
    this.change({ ...rest, ...then }, { attempts: [...row.attempts, made] })
    return request
  }

  private observe(row: DeliveryRow, request: DeliveryRequest, attempt: Attempt, wallTime: number): void {
    const { world } = this
    const { observers } = world.sandbox
    if (observers.none) return
    const now = this.table.find(row.id) ?? row
    const place = { world: world.name, sequence: world.nextSequence(), at: world.clock.now() }
    observers.tell({ kind: 'delivery', ...place, vendor: row.vendor, row: now, request, attempt, wallTime })
  }

  private async send(row: DeliveryRow, make: () => DeliveryRequest, timeout: number): Promise<Attempt> {
    const at = this.world.clock.now()
    try {
      const answer = await this.world.sandbox.transport(make(), timeout)
      return { at, status: answer.status, ...(answer.body && { answer: answer.body }) }
    } catch (error) {
      const code = (error as { code?: unknown }).code
      return { at, error: typeof code === 'string' ? code : `${row.url}: ${String(error)}` }
    }
  }

  private settle(sent: DeliveryRow, attempt: Attempt, accepted: boolean, retryAfter: number | undefined): void {
    const { id } = sent
    const row = this.table.find(id)
    if (!row) return
    const attempts = [...row.attempts, attempt]
    const { due: _, ...rest } = row
    // It was sent again meanwhile: that attempt decides, unless this one was enough.
    if (row !== sent && !(accepted && row.state === 'pending')) this.change(row, { attempts })
    else if (accepted) this.change(rest, { attempts, state: 'delivered' })
    else if (retryAfter === undefined) this.change(rest, { attempts, state: 'failed' })
    else {
      const due = attempt.at + retryAfter
      this.change(rest, { attempts, due })
      this.arm(id, due)
    }
  }

  private change(row: DeliveryRow, patch: Partial<DeliveryRow>): void {
    this.tell(this.world.transact(`delivery ${row.id}`, undefined, () => this.table.put({ ...row, ...patch })))
  }

  private tell(row: DeliveryRow): void {
    for (const listener of this.listeners) listener(row)
  }
}
