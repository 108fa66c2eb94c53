import { AccessLedgers } from '../access/access-ledgers.js'
import type { Call } from '../call.js'
import { Refusal, SandboxError } from '../errors.js'
import { Deliveries } from '../events/deliveries.js'
import type { DeliveryRow } from '../events/delivery.js'
import type { Emitted } from '../events/emitted.js'
import { FaultSet } from '../faults/fault-set.js'
import { PreviousRows } from '../faults/previous-rows.js'
import type { WorldKeeper } from '../journal/world-keeper.js'
import { HandedOut } from '../leaks/handed-out.js'
import { RequestLog } from '../log/request-log.js'
import { RateLimiter } from '../rate-limit.js'
import type { Sandbox } from '../sandbox.js'
import { Clock } from '../time/clock.js'
import { Scheduler } from '../time/scheduler.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import { type AbsentVendors, NOBODY_ABSENT } from './absent-vendors.js'
import { Files } from './files.js'
import type { IdempotencyRecord } from './idempotency.js'
import { Random } from './random.js'
import type { Snapshot } from './snapshot.js'
import { Streams } from './streams.js'
import { type Change, type Row, Table, type TableOptions } from './table.js'
import { takeSnapshot } from './take-snapshot.js'
import { type Timer, Timers } from './timers.js'
import { Transaction } from './transaction.js'
import { VendorWorld } from './vendor-world.js'
import { waitIn } from './wait.js'

export interface WorldOptions {
  readonly name: string
  /** The same seed, clock and order of requests give the same bytes. */
  readonly seed: string
  /** Where the clock begins, Unix milliseconds; default now. */
  readonly at?: number | undefined
  /** Whether the clock stands still; default false. */
  readonly frozen?: boolean | undefined
  /** Whether the vendors' limits hold; default true. */
  readonly limits?: boolean | undefined
}

const NONE: readonly Emitted[] = []

/** Somebody waiting for something to happen: a parked request, a listener on the control API. */
export type Waiter = (event: Emitted) => void

export type CommitListener = (changes: readonly Change[], call: Call | undefined) => void

/** One account of each vendor, with one clock, one seed and one log. Worlds share nothing. */
export class World {
  readonly name: string
  readonly seed: string
  readonly sandbox: Sandbox
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log = new RequestLog()
  readonly limiter = new RateLimiter()
  /** What goes wrong on purpose. */
  readonly faults = new FaultSet(this)
  /** Rows before their last change, while a fault wants to know. */
  readonly previous = new PreviousRows()
  /** What programs were given and have sent that must not be found elsewhere. */
  readonly handedOut = new HandedOut(this)
  readonly access = new AccessLedgers(this)
  readonly deliveries: Deliveries
  readonly timers: Timers
  /** What makes a request come here; the sandbox's index is made of it. */
  readonly claims: Table
  readonly idempotency: Table<IdempotencyRecord>
  /** Idempotency keys of requests under way. */
  readonly inFlight = new Set<string>()
  readonly waiters = new Set<Waiter>()
  /** Told of the rows that each commit changed, and for whose request. */
  readonly commits = new Set<CommitListener>()
  /** Ids and secrets. Rolled back with the transaction that drew them. */
  readonly ids: Streams
  /** Ids of requests: apart, so that a read changes no id of a row. */
  readonly requestIds: Random
  /** Jitter and probabilities. */
  readonly chance: Random
  limits: boolean
  /** True once it was removed or reset; what is under way in it ends without a trace. */
  closed = false
  /** The request whose transaction is open. */
  call: Call | undefined
  /** The events of the last commit, for the log. */
  lastEmitted: readonly Emitted[] = NONE
  /** The last place that was given in the order of all that happens here. */
  lastSequence = 0
  /** What is too large for rows, on disk. */
  files = new Files()
  /** Writes down what changes here, where the sandbox's state is to last. */
  keeper: WorldKeeper | undefined
  /** Of vendors that are not started this time: kept as it is. */
  absent: AbsentVendors = NOBODY_ABSENT
  /** How many rows the last commit changed. */
  lastChanges = 0
  private transaction: Transaction | undefined
  /** Ways to let waiting requests go. */
  readonly parked = new Set<() => void>()
  private readonly tables = new Map<string, Table>()
  private readonly parts = new Map<string, { readonly port: VendorWorld; readonly view: unknown }>()

  constructor(sandbox: Sandbox, options: WorldOptions) {
    this.sandbox = sandbox
    this.name = options.name
    this.seed = options.seed
    this.limits = options.limits ?? true
    this.clock = new Clock({ ...(options.at !== undefined && { at: options.at }), frozen: options.frozen ?? false })
    this.scheduler = new Scheduler(this.clock, (error) => sandbox.report(error))
    this.ids = new Streams(`${options.seed}/ids`)
    this.requestIds = new Random(`${options.seed}/requests`)
    this.chance = new Random(`${options.seed}/chance`)
    this.claims = this.engineTable('claims')
    this.idempotency = this.engineTable<IdempotencyRecord>('idempotency')
    this.timers = new Timers(this, this.engineTable<Timer>('timers'))
    this.deliveries = new Deliveries(this, this.engineTable<DeliveryRow>('deliveries', { indexes: ['event'] }))
  }

  /** The open transaction. @throws SANDBOX_BAD_INPUT outside one. */
  get current(): Transaction {
    if (!this.transaction) {
      throw new SandboxError(
        'SANDBOX_BAD_INPUT',
        'Something was changed outside a transaction.',
        'Wrap it in world.transact.',
      )
    }
    return this.transaction
  }

  /** A place in the order of all that happens here. */
  nextSequence(): number {
    return ++this.lastSequence
  }

  /** A transaction is open. */
  get busy(): boolean {
    return this.transaction !== undefined
  }

  takeFiles(files: Files): void {
    this.files.close()
    this.files = files
  }

  /** The whole state as it is now. It shares the rows, and holds copies of the files until it is closed. */
  snapshot(): Snapshot {
    return takeSnapshot(this)
  }

  table(runtime: VendorRuntime, scope: string, name: string): Table {
    const key = `${runtime.name}/${scope}/${name}`
    let table = this.tables.get(key)
    if (!table) {
      table = new Table(key, runtime.definition.tables?.[name] ?? {}, this.changed)
      this.tables.set(key, table)
    }
    return table
  }

  /** Every table with a row, by `vendor/scope/name`. */
  get allTables(): readonly Table[] {
    return [...this.tables.values()]
  }

  /** The vendor's typed view of its part. Made once. */
  view<W>(runtime: VendorRuntime, scope: string): W {
    return this.part(runtime, scope).view as W
  }

  vendorWorld(runtime: VendorRuntime, scope: string): VendorWorld {
    return this.part(runtime, scope).port
  }

  private part(runtime: VendorRuntime, scope: string): { readonly port: VendorWorld; readonly view: unknown } {
    const key = scope ? `${runtime.name}/${scope}` : runtime.name
    let part = this.parts.get(key)
    if (!part) {
      const port = new VendorWorld(this, runtime, scope)
      part = { port, view: runtime.definition.view(port, runtime.description) }
      this.parts.set(key, part)
    }
    return part
  }

  /** Runs synchronous work whose changes come to be together or not at all. A Refusal commits, then is thrown on. */
  transact<T>(cause: string, call: Call | undefined, work: () => T): T {
    if (this.transaction) return work()
    const transaction = new Transaction(cause, this.ids)
    // What is done after a commit may commit something itself, and is still of that request.
    const outer = this.call
    this.transaction = transaction
    this.call = call
    try {
      const result = work()
      this.commit(transaction)
      return result
    } catch (error) {
      if (error instanceof Refusal) this.commit(transaction)
      else if (!transaction.committed) transaction.rollback()
      throw error
    } finally {
      this.transaction = undefined
      this.call = outer
    }
  }

  /** Runs work whose changes are taken back, whatever it gives. */
  rehearse<T>(call: Call, work: () => T): T {
    if (this.transaction) return this.tryOut(this.transaction, work)
    const transaction = new Transaction('rehearsal', this.ids)
    this.transaction = transaction
    this.call = call
    try {
      return this.tryOut(transaction, work)
    } finally {
      this.transaction = undefined
      this.call = undefined
    }
  }

  private tryOut<T>(transaction: Transaction, work: () => T): T {
    const mark = transaction.mark()
    try {
      return work()
    } finally {
      transaction.rollback(mark)
    }
  }

  /** Resolves on the next event that fits, or after a time on the world's clock, or when the client goes. */
  wait(
    fits: (event: Emitted) => boolean,
    timeout: number,
    signal: AbortSignal | undefined,
  ): Promise<Emitted | undefined> {
    return waitIn(this, fits, timeout, signal)
  }

  /** Nothing fires in it any more, and whoever waits in it is let go as if the time were up. */
  close(): void {
    this.closed = true
    this.scheduler.stop()
    for (const release of [...this.parked]) release()
    this.waiters.clear()
    this.files.close()
    this.commits.clear()
  }

  private commit(transaction: Transaction): void {
    if (this.keeper) this.writeDown(this.keeper, transaction)
    transaction.committed = true
    for (const change of transaction.changes) if (change.table === this.claims) this.sandbox.claimed(this, change)
    if (this.faults.stale) this.previous.remember(transaction.changes)
    this.transaction = undefined
    for (const run of transaction.afterCommit) run()
    // After those, since they may have committed something themselves.
    this.lastEmitted = transaction.emitted.length === 0 ? NONE : transaction.emitted
    this.lastChanges = transaction.changes.length
    for (const listener of this.commits) listener(transaction.changes, this.call)
    if (this.waiters.size === 0) return
    for (const event of transaction.emitted) for (const waiter of [...this.waiters]) this.tell(waiter, event)
  }

  /** What cannot be written down has not happened. */
  private writeDown(keeper: WorldKeeper, transaction: Transaction): void {
    try {
      keeper.commit(transaction)
    } catch (error) {
      transaction.rollback()
      throw error
    }
  }

  private tell(waiter: Waiter, event: Emitted): void {
    try {
      waiter(event)
    } catch (error) {
      this.sandbox.report(error)
    }
  }

  private readonly changed = (change: Change): void => {
    this.current.changes.push(change)
  }

  private engineTable<R extends Row>(name: string, options: TableOptions = {}): Table<R> {
    const table = new Table<R>(name, options, this.changed)
    this.tables.set(name, table as unknown as Table)
    return table
  }
}
