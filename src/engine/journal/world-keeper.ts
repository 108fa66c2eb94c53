import type { DeliveryRow } from '../events/delivery.js'
import { vendorsOf } from '../world/absent-vendors.js'
import { notPlain } from '../world/plain-data.js'
import type { RandomState } from '../world/random.js'
import type { Change } from '../world/table.js'
import type { Transaction } from '../world/transaction.js'
import type { World } from '../world/world.js'
import type { Beside, Journal, RowImage } from './journal.js'

/** Writes down what changes in a world that is to last. */
export class WorldKeeper {
  /** The number of its files. */
  readonly files: number
  /** Deliveries that are being sent, and since when: Unix milliseconds on the world's clock. */
  readonly tries: Map<string, number>
  private readonly world: World
  private readonly journal: Journal
  private readonly onWritten: () => void
  /** What was written last, to tell what is different. */
  private readonly ids = new Map<string, RandomState>()
  private requestIds: RandomState
  private chance: RandomState
  private timers: number
  private faults: number
  private limiter: string
  /** The list of vendors is to be written with the next record. */
  private owesVendors = false

  /** @param onWritten told after each record */
  constructor(
    world: World,
    journal: Journal,
    files: number,
    onWritten: () => void,
    tries: ReadonlyMap<string, number> = new Map(),
  ) {
    this.world = world
    this.journal = journal
    this.files = files
    this.onWritten = onWritten
    this.tries = new Map(tries)
    for (const [name, state] of world.ids.state) this.ids.set(name, state)
    this.requestIds = world.requestIds.state
    this.chance = world.chance.state
    this.timers = world.timers.count
    this.faults = world.faults.revision
    this.limiter = JSON.stringify(world.limiter.lasting)
    world.clock.changed = () => this.moved()
  }

  /** All that a transaction did, in one record. @throws SANDBOX_STATE_NOT_WRITTEN where it was not written */
  commit({ changes }: Transaction): void {
    const ids = this.drawn()
    if (changes.length === 0 && !ids && this.faults === this.world.faults.revision) return
    const rows = changes.length === 0 ? undefined : imagesOf(changes)
    this.write({ ...this.usual(ids), ...(rows && { rows }) })
    if (this.tries.size > 0) for (const { table, id } of changes) if (table.name === 'deliveries') this.tries.delete(id)
    this.world.files.sweep()
  }

  /** What has happened to faults since: each meeting counts. */
  note(): void {
    if (this.faults !== this.world.faults.revision) this.write(this.usual(this.drawn()))
  }

  /** Other vendors, or other versions of them, are there than were written. */
  vendorsChanged(): void {
    this.owesVendors = true
  }

  /** What need not be written at once: counters that reads move, too. */
  rest(): void {
    const { world } = this
    const limiter = JSON.stringify(world.limiter.lasting)
    const ids = this.drawn()
    const met = this.faults !== world.faults.revision
    const same = limiter === this.limiter && !this.owesVendors && !ids && !met
    if (same && equal(world.requestIds.state, this.requestIds) && equal(world.chance.state, this.chance)) return
    this.write({ ...this.usual(ids), ...(limiter !== this.limiter && { limiter: world.limiter.lasting }) })
    this.limiter = limiter
  }

  /** A delivery is about to be sent. */
  attempt(row: DeliveryRow): void {
    const at = this.world.clock.now()
    this.journal.append({ kind: 'attempt', world: this.world.name, delivery: row.id, at })
    this.tries.set(row.id, at)
    this.onWritten()
  }

  /** Resolves when what was done outlasts what it has to; undefined where it does. */
  durable(): Promise<void> | undefined {
    return this.journal.durable()
  }

  private moved(): void {
    // Inside a transaction its own record tells.
    if (!this.world.busy) this.write(this.usual(this.drawn()))
  }

  private usual(ids: Beside['ids']): Beside {
    const { world } = this
    const { now, frozen, wallTime } = world.clock.state
    return {
      clock: [now, frozen, wallTime],
      requestIds: world.requestIds.state,
      sequence: world.lastSequence,
      ...(ids && { ids }),
      ...(!equal(world.chance.state, this.chance) && { chance: world.chance.state }),
      ...(world.timers.count !== this.timers && { timers: world.timers.count }),
      ...(world.faults.revision !== this.faults && { faults: world.faults.list() }),
      ...(this.owesVendors && { vendors: vendorsOf(world) }),
    }
  }

  private write(record: Beside & { readonly rows?: readonly RowImage[] }): void {
    const { world } = this
    if (this.journal.slow) world.files.sync()
    this.journal.append({ kind: 'commit', world: world.name, ...record })
    for (const [name, state] of record.ids ?? []) this.ids.set(name, state)
    this.requestIds = world.requestIds.state
    this.chance = world.chance.state
    this.timers = world.timers.count
    this.faults = world.faults.revision
    this.owesVendors = false
    this.onWritten()
  }

  /** The streams that were drawn from. */
  private drawn(): [stream: string, state: RandomState][] | undefined {
    let drawn: [string, RandomState][] | undefined
    for (const [name, state] of this.world.ids.state) {
      const before = this.ids.get(name)
      if (before && equal(before, state)) continue
      drawn ??= []
      drawn.push([name, state])
    }
    return drawn
  }
}

/** The last of each row; one that came and went leaves its place only. */
function imagesOf(changes: readonly Change[]): RowImage[] {
  const last = new Map<string, RowImage>()
  for (const { table, id, before, after } of changes) {
    if (after) checkPlain(table.name, id, after.row)
    const image: RowImage = [table.name, after?.seq ?? before?.seq ?? 0, after?.row ?? id]
    last.set(`${table.name}\0${id}`, image)
  }
  return [...last.values()]
}

function checkPlain(table: string, id: string, row: unknown): void {
  const wrong = notPlain(row)
  // A fault of ours: what is not plain would not come back as it was.
  if (wrong !== undefined) throw new Error(`The row '${id}' of ${table} cannot be kept, since ${wrong}.`)
}

function equal(a: RandomState, b: RandomState): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3]
}
