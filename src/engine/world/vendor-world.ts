import type { AccessLedger } from '../access/access-ledger.js'
import type { Caller } from '../credential-rules.js'
import { Refusal, SandboxError, type VendorError } from '../errors.js'
import type { DeliveryAnswer, DeliveryRequest } from '../events/delivery.js'
import type { Emitted } from '../events/emitted.js'
import { materialize } from '../generic/materialize.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { Files } from './files.js'
import type { Random } from './random.js'
import type { Row, Table } from './table.js'
import type { World } from './world.js'

/** A request that a behaviour sends in again with its own caller: a part of a batch. */
export interface SubRequest {
  readonly method: string
  readonly target: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** What the behaviour's `before` would give, where the parent has done that before it began: inside a transaction nothing waits. */
  readonly prior?: unknown
}

/** What a job keeps of the request that it works for: plain data, to be scheduled with it. */
export interface DispatchOrigin {
  readonly requestId: string
  readonly host: string
  readonly secure: boolean
  /** Of the Host header, for links in answers. */
  readonly authority: string
  readonly caller: Caller | undefined
}

export interface SubAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: unknown
}

/**
 * One vendor's part of a world, and inside it one account's (`scope`). What a vendor's typed view stands on; there is no
 * other source of time, ids or chance.
 */
export class VendorWorld {
  readonly world: World
  readonly runtime: VendorRuntime
  readonly scope: string

  constructor(world: World, runtime: VendorRuntime, scope: string) {
    this.world = world
    this.runtime = runtime
    this.scope = scope
  }

  get name(): string {
    return this.world.name
  }

  get random(): Random {
    return this.world.ids.get(this.runtime.name)
  }

  /** What credentials were used for, counted. */
  get access(): AccessLedger {
    return this.world.access.of(this.runtime.name)
  }

  /** What is too large for rows, on disk. */
  get files(): Files {
    return this.world.files
  }

  /** Unix milliseconds on the world's clock. */
  now(): number {
    return this.world.clock.now()
  }

  table<R extends Row>(name: string): Table<R> {
    return this.world.table(this.runtime, this.scope, name) as unknown as Table<R>
  }

  /** Makes what an unknown id names, where the sandbox is to: see `materializeIds`. */
  materialize<R extends Row>(type: string, id: string): R | undefined {
    // The vendor's own schema of the type made the row.
    return materialize(this, [type], id) as R | undefined
  }

  /** Says that something happened: it is kept, and told to whom it may concern, when the transaction commits. */
  emit(type: string, object: unknown, details: Readonly<Record<string, unknown>> = {}): void {
    const emitted: Emitted = { vendor: this.runtime.name, scope: this.scope, type, object, details, at: this.now() }
    this.world.current.emitted.push(emitted)
    const targets = this.runtime.definition.events?.record(emitted, this.view<unknown>()) ?? []
    for (const target of targets) this.world.deliveries.enqueue(this, emitted, target)
  }

  /** Keeps what was done so far and answers with the error. */
  refuse(error: VendorError): never {
    throw new Refusal(error)
  }

  /** Runs a part of a transaction that can fail by itself: what it did is taken back, and the error thrown on. */
  savepoint<T>(work: () => T): T {
    const mark = this.world.current.mark()
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Refusal)) this.world.current.rollback(mark)
      throw error
    }
  }

  /** Sends a request in at the first stage, with the same caller, inside this transaction. */
  dispatch(request: SubRequest): SubAnswer {
    const call = this.world.call
    if (!call)
      throw new SandboxError('SANDBOX_BAD_INPUT', 'dispatch was called outside a request.', 'Call it from a behaviour.')
    return this.world.sandbox.dispatch(call, request)
  }

  /**
   * Asks a URL of the user's whether it is there, for a behaviour's `before`; `timeout` in milliseconds of wall time. Goes where
   * deliveries may go: gives `held` for another host, `unreachable` where nobody answers.
   */
  async ask(request: DeliveryRequest, timeout: number): Promise<DeliveryAnswer | 'held' | 'unreachable'> {
    const { sandbox, scheduler } = this.world
    if (!sandbox.mayDeliver(request.url)) return 'held'
    // Nobody being there is an answer, and no failure of ours.
    return scheduler.track(sandbox.transport(request, timeout).catch(() => 'unreachable' as const))
  }

  /**
   * The same from a job: `origin` is the request that the job was scheduled for. Each is a savepoint: one that fails takes back
   * its own changes only.
   */
  dispatchFor(origin: DispatchOrigin, request: SubRequest): SubAnswer {
    return this.world.sandbox.dispatchFor(this, origin, request)
  }

  /** Runs one of the vendor's jobs at a moment (Unix milliseconds on the world's clock). Gives the timer's id. */
  schedule(job: string, at: number, data: Readonly<Record<string, unknown>> = {}): string {
    return this.world.timers.schedule(this, job, at, data)
  }

  cancel(timer: string): void {
    this.world.timers.cancel(timer)
  }

  /** Makes requests that carry this (a key, a page id, a client id) come to this world. */
  claim(value: string): void {
    this.world.claims.put({ id: `${this.runtime.name}\0${value}` })
  }

  release(value: string): void {
    this.world.claims.delete(`${this.runtime.name}\0${value}`)
  }

  /** The same vendor's part for another account. */
  inScope<W>(scope: string): W {
    return this.world.view<W>(this.runtime, scope)
  }

  view<W>(): W {
    return this.world.view<W>(this.runtime, this.scope)
  }
}
