import type { Behaviour } from './behaviour.js'
import type { Caller } from './credential-rules.js'
import type { Issue } from './description/issue.js'
import type { Operation } from './description/operation.js'
import type { VendorError } from './errors.js'
import type { Emitted } from './events/emitted.js'
import type { Exchange, OutcomeHeaders } from './exchange.js'
import type { AnswerEffect } from './faults/answer-effects.js'
import type { Problem } from './problem.js'
import type { Sandbox } from './sandbox.js'
import type { Codec } from './vendor.js'
import type { VendorRuntime } from './vendor-runtime.js'
import type { World } from './world/world.js'

/** What stands behind an answer: a behaviour, the description alone, or nothing (a 501, or a request refused before). */
export type Fidelity = 'modelled' | 'generic' | 'refused'

/** An answer before it is an Outcome. With `contentType` the body is final; without, it is shaped and encoded. */
export interface Answer {
  readonly status: number
  headers: OutcomeHeaders
  body: unknown
  contentType?: string
  /** The log keeps nothing of the body. */
  readonly unlogged?: boolean
  /** True for a vendor's error. */
  readonly failed?: boolean
}

/** How a request that was recorded is to be given again. */
export interface Replayed {
  /** Unix milliseconds of wall time, as it was then. */
  readonly wallTime: number
  /** What stands for the behaviour's `before`. */
  readonly prior: unknown
  /** Open once it shall go on from where it waited. */
  readonly gate: Promise<void>
}
const NO_EFFECTS: readonly AnswerEffect[] = []

/** One request on its way through the stages. Each stage fills in its part. */
export class Call {
  readonly sandbox: Sandbox
  readonly exchange: Exchange
  /** The call that dispatched this one, inside its transaction. */
  readonly parent: Call | undefined
  vendor!: VendorRuntime
  /** When it came, Unix milliseconds of wall time: only for what a client's own clock has stamped (an assertion's expiry). */
  readonly wallTime: number
  /** When it came and when its transaction was, on the world's clock. */
  began: number | undefined
  committedAt: number | undefined
  readonly replayed: Replayed | undefined
  /** Path without query, as sent. */
  path = ''
  rawQuery = ''
  /** Those of this method and path: more than one where the body tells them apart. */
  operations: readonly Operation[] = []
  captured: readonly string[] = []
  operation: Operation | undefined
  behaviour: Behaviour | undefined
  params: Record<string, string> = {}
  query: Record<string, unknown> = {}
  body: unknown
  codec: Codec = 'none'
  /** The body as text, for the log and the idempotency fingerprint. */
  bodyText = ''
  /** What decoding found wrong, to be told once the caller is known not to use a live credential. */
  problem: Problem | undefined
  /** True where nothing of the request may be kept. */
  withheld = false
  credential: string | undefined
  world: World | undefined
  caller: Caller | undefined
  requestId = ''
  idempotencyKey: string | undefined
  idempotencyId: string | undefined
  /** The vendor's limits were checked, so that what they hold is to be given back. */
  limited = false
  prior: unknown
  fidelity: Fidelity = 'refused'
  answer: Answer | undefined
  /** A vendor's own notes to itself between stages: limit headers, say. */
  readonly notes: Record<string, unknown> = {}
  /** What it was counted for in the access report. */
  counted: Set<object> | undefined
  /** What happened because of it. */
  emitted: readonly Emitted[] = []
  /** Its place among what happened in the world, once that is known. */
  sequence: number | undefined
  /** Its transaction changed rows. */
  wrote = false
  /** Ids of the faults that it met. */
  faults: readonly string[] = []
  issues: readonly Issue[] = []
  /** What went wrong inside, for the log. */
  failure: string | undefined
  /** To be waited before the work is begun and after the lock is taken, in milliseconds of wall time. */
  delay = 0
  /** What a fault makes of the answer. */
  ending: 'reply' | 'reset' | 'hang' = 'reply'
  /** An error that a fault has in store for when the work would begin. */
  planned: VendorError | undefined
  /** What faults do to the answer once it is there. */
  answerFaults: readonly AnswerEffect[] = NO_EFFECTS

  constructor(sandbox: Sandbox, exchange: Exchange, parent?: Call, replayed?: Replayed) {
    this.sandbox = sandbox
    this.exchange = exchange
    this.parent = parent
    this.replayed = replayed
    this.wallTime = replayed?.wallTime ?? parent?.wallTime ?? Date.now()
  }

  /** Settles on one operation: its behaviour, and the parameters of its path by the names that the behaviour's key gives. */
  choose(operation: Operation | undefined): void {
    this.operation = operation
    if (!operation) return
    this.behaviour = this.vendor.behaviour(operation)
    const names = this.behaviour ? this.vendor.parameterNames(this.behaviour) : operation.paramNames
    const params: Record<string, string> = {}
    names.forEach((name, i) => {
      params[name] = this.captured[i] ?? ''
    })
    this.params = params
  }

  header(name: string): string | undefined {
    const value = this.exchange.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }

  get host(): string {
    return this.exchange.host
  }

  /** Scheme and authority that the client used, for links in answers. */
  get origin(): string {
    const authority = this.header('host') ?? this.header(':authority') ?? this.exchange.host
    return `${this.exchange.secure ? 'https' : 'http'}://${authority}`
  }

  /** Types of the events that it caused. */
  get events(): readonly string[] {
    return this.emitted.map(({ type }) => type)
  }

  get scope(): string {
    return this.caller?.scope ?? ''
  }
}
