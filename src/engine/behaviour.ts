import type { Call } from './call.js'
import type { Emitted } from './events/emitted.js'

/** What a behaviour is told of its request beside its parameters. */
export type CallFacts = Pick<
  Call,
  'caller' | 'delay' | 'path' | 'rawQuery' | 'header' | 'origin' | 'requestId' | 'idempotencyKey' | 'host' | 'wallTime'
>

export interface Input<P = Record<string, string>, Q = Record<string, unknown>, B = unknown, Prior = undefined> {
  /** Of the path. */
  readonly params: P
  readonly query: Q
  readonly body: B
  /** What `before` gave. */
  readonly prior: Prior
  readonly call: CallFacts
}

/** Code that gives one operation its vendor's semantics. Made by `behavioursOf`. */
export interface Behaviour {
  /** `METHOD /path` with the official parameter names. */
  readonly key: string
  readonly run: (input: never, world: never) => unknown
  readonly before?: (input: never, world: never) => Promise<unknown>
  /** A page for people: no credential is asked for, and its request is taken as it is, also where the description has the operation. */
  readonly page: boolean
  /** A page that is the same in every world, so that a request for it need not say which one is meant. */
  readonly shared?: boolean
}

/** An answer that is not simply the resource with 200. */
export class CustomReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Shaped and encoded as usual; with `contentType`, sent as it is. */
  readonly body: unknown
  readonly contentType: string | undefined
  /** The log keeps nothing of the body: it holds what no rule of redaction can find, such as pay under a name of the client's. */
  readonly unlogged: boolean

  constructor(options: {
    status?: number
    headers?: Record<string, string>
    body?: unknown
    contentType?: string
    unlogged?: boolean
  }) {
    this.status = options.status ?? 200
    this.headers = options.headers ?? {}
    this.body = options.body
    this.contentType = options.contentType
    this.unlogged = options.unlogged ?? false
  }
}

/** A status, headers or a content type of the behaviour's own choosing. */
export function reply(options: ConstructorParameters<typeof CustomReply>[0]): CustomReply {
  return new CustomReply(options)
}

/** An answer written bit by bit after the commit; the iteration is ended when the client goes. */
export class StreamReply {
  readonly contentType: string
  readonly chunks: (signal: AbortSignal) => AsyncIterable<string | Uint8Array>

  constructor(contentType: string, chunks: (signal: AbortSignal) => AsyncIterable<string | Uint8Array>) {
    this.contentType = contentType
    this.chunks = chunks
  }
}

export function stream(
  contentType: string,
  chunks: (signal: AbortSignal) => AsyncIterable<string | Uint8Array>,
): StreamReply {
  return new StreamReply(contentType, chunks)
}

export interface ParkOptions {
  /** Wakes on the first event for which this holds. */
  readonly until: (event: Emitted) => boolean
  /** Wakes without one after so many milliseconds on the world's clock. */
  readonly timeout: number
  /** Gives the answer, in a transaction of its own; without an event after the time-out. */
  readonly resume: (event: Emitted | undefined) => unknown
}

/** A request that is kept waiting (a long poll), and released when the client goes. */
export class Park {
  readonly options: ParkOptions

  constructor(options: ParkOptions) {
    this.options = options
  }
}

export function park(options: ParkOptions): Park {
  return new Park(options)
}

/** A promise where a value belongs does not compile: a behaviour is synchronous, so that its transaction is. */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T
export type Result<T> = Synchronous<T> | CustomReply | StreamReply | Park

type Json = { content: Record<string, unknown> }
type BodyOf<Op> = Op extends { requestBody?: infer R }
  ? NonNullable<R> extends { content: infer C }
    ? C[keyof C]
    : undefined
  : undefined
type QueryOf<Op> = Op extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<string, never>
type ParamsOf<Op> = Op extends { parameters: { path: infer P } } ? P : Record<string, never>
type AnswerOf<Op> = Op extends { responses: { 200: infer R } }
  ? R extends Json
    ? R['content'][keyof R['content']]
    : unknown
  : unknown
/** What is known of an operation for which no types were generated. */
export interface Untyped {
  parameters: { path: Record<string, string>; query: Record<string, unknown> }
  requestBody: { content: { any: unknown } }
  responses: { 200: { content: { any: unknown } } }
}
type OperationOf<Paths, K> = K extends `${infer M} ${infer Path}`
  ? Path extends keyof Paths
    ? Lowercase<M> extends keyof Paths[Path]
      ? Paths[Path][Lowercase<M>]
      : Untyped
    : Untyped
  : Untyped

export type InputOf<Paths, K> = Input<
  ParamsOf<OperationOf<Paths, K>>,
  QueryOf<OperationOf<Paths, K>>,
  BodyOf<OperationOf<Paths, K>>
>
export type ResultOf<Paths, K> = AnswerOf<OperationOf<Paths, K>>

/**
 * Binds `behaviour` to a vendor: to the generated types of its operations and to its view of the world. A key that is no
 * operation does not compile.
 */
export function behavioursOf<Paths, Key extends string, W>() {
  return {
    behaviour<K extends Key>(
      key: K,
      run: (input: InputOf<Paths, K>, world: W) => Result<ResultOf<Paths, K>>,
    ): Behaviour {
      return { key, run: run as Behaviour['run'], page: false }
    },
    /** With a step before the transaction that may wait: a URL that is checked, a file that is read. */
    behaviourWithBefore<K extends Key, Prior>(
      key: K,
      before: (input: InputOf<Paths, K>, world: W) => Promise<Prior>,
      run: (
        input: Omit<InputOf<Paths, K>, 'prior'> & { readonly prior: Prior },
        world: W,
      ) => Result<ResultOf<Paths, K>>,
    ): Behaviour {
      return { key, run: run as Behaviour['run'], before: before as Behaviour['before'] & {}, page: false }
    },
    /** A page for a person or a browser test, at a path of the vendor's that its description does not have. */
    page(
      key: string,
      run: (input: Input<Record<string, string>, Record<string, unknown>, unknown>, world: W) => Result<unknown>,
    ): Behaviour {
      return { key, run: run as Behaviour['run'], page: true }
    },
    /** The same where the path holds nothing that tells worlds apart: a script. It is logged with the default world. */
    sharedPage(key: string, run: (input: Input<Record<string, string>>, world: W) => Result<unknown>): Behaviour {
      return { key, run: run as Behaviour['run'], page: true, shared: true }
    },
  }
}
