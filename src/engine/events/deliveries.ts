import type { Table } from '../world/table.js'
import type { VendorWorld } from '../world/vendor-world.js'
import type { World } from '../world/world.js'
import type { Attempt, DeliveryRow, Target } from './delivery.js'
import type { Emitted } from './emitted.js'

const HELD = 'This host is not loopback and not among deliveries.allow in the configuration.'

/** Tells endpoints what happened: first after the commit, then again by the vendor's rules, on the world's clock. */
export class Deliveries {
  readonly table: Table<DeliveryRow>
  private readonly world: World

  constructor(world: World, table: Table<DeliveryRow>) {
    this.world = world
    this.table = table
  }

  enqueue(from: VendorWorld, event: Emitted, target: Target): DeliveryRow {
    const now = this.world.clock.now()
    const held = !this.world.sandbox.mayDeliver(target.url)
    const row = this.table.insert({
      id: `dlv_${this.world.ids.base62(16)}`,
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
    return row
  }

  /** Those of one event. */
  of(event: string): DeliveryRow[] {
    return this.table.where('event', event)
  }

  /** Newest first. */
  list(): DeliveryRow[] {
    return this.table.all().reverse()
  }

  /** Sends one again now, whatever became of it; also the way to let a held one out. */
  replay(id: string): DeliveryRow | undefined {
    const row = this.table.find(id)
    if (!row) return undefined
    const now = this.world.clock.now()
    return this.world.transact(`replay ${id}`, undefined, () => {
      const { reason: _, ...rest } = row
      const again = this.table.put({ ...rest, state: 'pending', due: now })
      this.world.current.afterCommit.push(() => this.arm(id, now))
      return again
    })
  }

  /** Arms what is still to be sent: after a copy or a restart. */
  resume(): void {
    for (const row of this.table.all()) if (row.state === 'pending') this.arm(row.id, row.due ?? this.world.clock.now())
  }

  private arm(id: string, due: number): void {
    this.world.scheduler.at(due, () => this.attempt(id, due))
  }

  private async attempt(id: string, due: number): Promise<void> {
    const row = this.table.find(id)
    const runtime = row && this.world.sandbox.runtime(row.vendor)
    const rules = runtime?.definition.events
    if (!row || !runtime || !rules || row.state !== 'pending' || row.due !== due) return
    const view = this.world.view<unknown>(runtime, row.scope)
    if (!rules.wanted(row, view)) {
      this.change(row, { state: 'dropped', reason: 'The endpoint was disabled or deleted.' })
      return
    }
    const attempt = await this.send(row, () => rules.request(row, view, Date.now()), rules.timeout)
    const accepted = attempt.status !== undefined && rules.accepts(attempt.status, attempt.answer ?? '')
    this.settle(id, attempt, accepted, rules.retryAfter(row.attempts.length + 1))
  }

  private async send(
    row: DeliveryRow,
    make: () => Parameters<World['sandbox']['transport']>[0],
    timeout: number,
  ): Promise<Attempt> {
    const at = this.world.clock.now()
    try {
      const answer = await this.world.sandbox.transport(make(), timeout)
      return { at, status: answer.status, ...(answer.body && { answer: answer.body }) }
    } catch (error) {
      const code = (error as { code?: unknown }).code
      return { at, error: typeof code === 'string' ? code : `${row.url}: ${String(error)}` }
    }
  }

  private settle(id: string, attempt: Attempt, accepted: boolean, retryAfter: number | undefined): void {
    const row = this.table.find(id)
    if (!row) return
    const attempts = [...row.attempts, attempt]
    const { due: _, ...rest } = row
    if (accepted) this.change(rest, { attempts, state: 'delivered' })
    else if (retryAfter === undefined) this.change(rest, { attempts, state: 'failed' })
    else {
      const due = attempt.at + retryAfter
      this.change(rest, { attempts, due })
      this.arm(id, due)
    }
  }

  private change(row: DeliveryRow, patch: Partial<DeliveryRow>): void {
    this.world.transact(`delivery ${row.id}`, undefined, () => this.table.put({ ...row, ...patch }))
  }
}
