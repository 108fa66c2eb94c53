import { attemptOf, LONGEST_REORDER, type Schedule, scheduleOf } from '../faults/delivery-faults.js'
import { attemptKept } from '../journal/again.js'
import { keepAttempt } from '../journal/keep-attempt.js'
import { DROPPED, observeJob, TRIED } from '../observe/observe-job.js'
import type { ObservedDelivery } from '../observe/observed.js'
import type { Cancel } from '../time/scheduler.js'
import type { EventRules } from '../vendor.js'
import type { Table } from '../world/table.js'
import type { VendorWorld } from '../world/vendor-world.js'
import type { World } from '../world/world.js'
import { ByHand } from './by-hand.js'
import type { Attempt, DeliveryRequest, DeliveryRow, Target } from './delivery.js'
import type { Emitted } from './emitted.js'
import { Overtaken } from './overtaken.js'
import { sendAttempt } from './send-attempt.js'

const BY_HAND = 'Somebody sends the deliveries to this endpoint one by one: an attack.'
const HELD = 'This host is not loopback and not among those allowed: --allow, or `allow` in the configuration.'

/** Tells endpoints what happened: first after the commit, then again by the vendor's rules, on the world's clock. */
export class Deliveries {
  readonly table: Table<DeliveryRow>
  readonly byHand = new ByHand()
  private readonly world: World
  private readonly listeners = new Set<(row: DeliveryRow) => void>()
  private readonly armed = new Map<string, Cancel>()
  private readonly overtaken = new Overtaken()
  /** Attempts under way that come before the answer of the request that caused them. */
  private readonly urgent = new Set<Promise<void>>()

  constructor(world: World, table: Table<DeliveryRow>) {
    this.world = world
    this.table = table
  }

  enqueue(from: VendorWorld, event: Emitted, target: Target): DeliveryRow {
    const now = this.world.clock.now()
    const byHand = this.byHand.endpoints.has(target.endpoint)
    const held = byHand || !this.world.sandbox.mayDeliver(target.url)
    const row = this.table.insert({
      id: `dlv_${this.world.ids.get('deliveries').base62(16)}`,
      vendor: from.runtime.name,
      scope: from.scope,
      event: target.event,
      type: event.type,
      endpoint: target.endpoint,
      url: target.url,
      state: held ? 'held' : 'pending',
      ...(held ? { reason: byHand ? BY_HAND : HELD } : { due: now }),
      attempts: [],
    })
    if (byHand) this.byHand.keep(row.id, event)
    const { afterCommit } = this.world.current
    afterCommit.push(() => this.tell(row))
    if (!held) afterCommit.push(() => this.begin(row, now))
    return row
  }

  /** Resolves when those have arrived that a fault sends before the answer; undefined where there are none. */
  early(): Promise<unknown> | undefined {
    // What comes after an answer by itself (a charge that is booked) has to happen for its event to be early.
    if (this.world.faults.early) this.world.scheduler.catchUp()
    return this.urgent.size === 0 ? undefined : Promise.all(this.urgent)
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
      this.world.current.afterCommit.push(
        () => this.arm(id, now),
        () => this.tell(again),
      )
      return again
    })
  }

  /**
   * Sends a delivery once, as it is made for the moment that its timestamp says, and tries no more.
   * @param options timeout in milliseconds; signedAt in Unix milliseconds of wall time, default now less `age`
   */
  async sendByHand(
    row: DeliveryRow,
    make: (wallTime: number) => DeliveryRequest,
    options: { readonly timeout: number; readonly signedAt?: number | undefined; readonly age?: number | undefined },
  ): Promise<{ readonly attempt: Attempt; readonly signedAt: number }> {
    const signedAt = options.signedAt ?? Date.now() - (options.age ?? 0)
    const request = make(signedAt)
    const wallTime = Date.now()
    const attempt = await sendAttempt(this.world, row, () => request, options.timeout)
    const duration = Date.now() - wallTime
    const now = this.table.find(row.id) ?? row
    this.change(now, { attempts: [...now.attempts, attempt] })
    this.observe(row, { request, attempt, changes: ['by hand'], wallTime, duration })
    return { attempt, signedAt }
  }

  /** Arms what is still to be sent: after a copy or a restart. */
  resume(): void {
    // What belongs to a vendor that is not started waits for it.
    const { sandbox, clock } = this.world
    for (const { id, vendor, state, due } of this.table.all()) {
      if (state === 'pending' && sandbox.runtime(vendor)) this.arm(id, due ?? clock.now())
    }
  }

  private begin(row: DeliveryRow, now: number): void {
    const rules = this.world.sandbox.runtime(row.vendor)?.definition.events
    const faulty = rules && !this.world.faults.none
    const schedule = faulty ? scheduleOf(this.world, row, now, rules, Date.now()) : undefined
    if (!schedule) this.arm(row.id, now)
    else if (schedule.drop) {
      const { due: _, ...rest } = row
      this.change(rest, { state: 'dropped', reason: 'Lost on the way, by a fault.' })
    } else if (schedule.beforeAnswer) this.hurry(row.id, now)
    else this.postpone(row, schedule)
  }

  private postpone(row: DeliveryRow, { reorder, due: later }: Schedule): void {
    // The next one is to overtake it: that must not wait too.
    const waits = reorder && !this.overtaken.has(row.endpoint)
    const due = waits ? later + LONGEST_REORDER : later
    if (due !== row.due) this.change(row, { due })
    if (waits) this.overtaken.wait(row)
    this.arm(row.id, due)
  }

  private hurry(id: string, due: number): void {
    // In a replay it comes where it is recorded.
    if (this.world.scheduler.passive) return
    const attempt = this.attemptOrWait(id, due).finally(() => this.urgent.delete(attempt))
    this.urgent.add(attempt)
    this.world.scheduler.track(attempt)
  }

  /** One has gone to an endpoint: those that waited to be overtaken follow. */
  private release(gone: DeliveryRow): void {
    const now = this.world.clock.now()
    for (const each of this.overtaken.after(gone)) {
      const row = this.table.find(each)
      if (row?.state !== 'pending') continue
      this.change(row, { due: now })
      this.arm(each, now)
    }
  }

  private arm(id: string, due: number): void {
    this.armed.get(id)?.()
    this.armed.set(
      id,
      this.world.scheduler.at(due, () => this.attemptOrWait(id, due)),
    )
  }

  private attemptOrWait(id: string, due: number): Promise<void> {
    const attempt = () => this.attempt(id, due)
    return attemptKept(this.world, id, attempt, () => this.arm(id, due))
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
    const faulty = this.world.faults.none ? undefined : this.meetFaults(row, rules)
    for (let left = faulty?.times ?? 1; left > 0; left--) {
      const now = this.table.find(id) ?? row
      const make = () => faulty?.request(Date.now()) ?? rules.request(row, view, Date.now())
      await this.sendOnce(now, rules, make, faulty?.changes)
    }
    if (faulty?.replay) await this.sendOldest(row, rules, view)
    this.release(row)
  }

  /** What faults make of an attempt. They count that they were met, so whoever looks on is told. */
  meetFaults(row: DeliveryRow, rules: EventRules<unknown>) {
    const faulty = attemptOf(this.world, row, rules, Date.now())
    observeJob(this.world, TRIED, row.id)
    return faulty
  }

  /** Gives one up that nobody wants any more. */
  drop(row: DeliveryRow): void {
    this.change(row, { state: 'dropped', reason: 'The endpoint was disabled or deleted.' })
    observeJob(this.world, DROPPED, row.id)
  }

  /** Gives a delivery what came of an attempt elsewhere, and gives the request that it would have been. */
  replayAttempt(
    row: DeliveryRow,
    came: Pick<DeliveryRow, 'state' | 'due' | 'reason'>,
    made: Attempt,
    wallTime: number,
  ) {
    const runtime = this.world.sandbox.runtime(row.vendor)
    const request = runtime?.definition.events?.request(row, this.world.view(runtime, row.scope), wallTime)
    const { due: _, reason: __, ...rest } = row
    this.change({ ...rest, ...came }, { attempts: [...row.attempts, made] })
    return request
  }

  private async sendOnce(
    row: DeliveryRow,
    rules: EventRules<unknown>,
    make: () => DeliveryRequest,
    changes: readonly string[] = [],
  ): Promise<void> {
    let request: DeliveryRequest | undefined
    if (this.world.keeper) await keepAttempt(this.world.keeper, row)
    const wallTime = Date.now()
    const attempt = await sendAttempt(
      this.world,
      row,
      () => {
        request = make()
        return request
      },
      rules.timeout,
    )
    const accepted = attempt.status !== undefined && rules.accepts(attempt.status, attempt.answer ?? '')
    this.settle(row, attempt, accepted, rules.retryAfter(row.attempts.filter(({ cut }) => !cut).length + 1, row))
    const duration = Date.now() - wallTime
    if (request) this.observe(row, { request, attempt, changes, wallTime, duration })
  }

  /** The oldest that the endpoint has taken comes again as it was then, by the receiver's clock; where there is none, this one. */
  private async sendOldest(row: DeliveryRow, rules: EventRules<unknown>, view: unknown): Promise<void> {
    const old = this.table.all().find((each) => each.endpoint === row.endpoint && each.state === 'delivered') ?? row
    const at = old.attempts.find(({ status }) => status !== undefined)?.at ?? this.world.clock.now()
    const age = this.world.clock.now() - at
    await this.sendOnce(old, rules, () => rules.request(old, view, Date.now() - age), ['replay'])
  }

  private observe(
    row: DeliveryRow,
    sent: Pick<ObservedDelivery, 'request' | 'attempt' | 'changes' | 'wallTime' | 'duration'>,
  ): void {
    const { world } = this
    const { observers } = world.sandbox
    if (observers.none) return
    const now = this.table.find(row.id) ?? row
    const place = { world: world.name, sequence: world.nextSequence(), at: world.clock.now() }
    observers.tell({ kind: 'delivery', ...place, vendor: row.vendor, row: now, ...sent })
  }

  private settle(sent: DeliveryRow, attempt: Attempt, accepted: boolean, retryAfter: number | undefined): void {
    const { id } = sent
    const row = this.table.find(id)
    if (!row) return
    const attempts = [...row.attempts, attempt]
    const { due: _, ...rest } = row
    // It was sent again meanwhile: that attempt decides, unless this one was enough. What was taken once stays so.
    if (row !== sent && !(accepted && row.state === 'pending')) this.change(row, { attempts })
    else if (!accepted && row.state === 'delivered') this.change(row, { attempts })
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
