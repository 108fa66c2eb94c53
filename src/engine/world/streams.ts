import { Random, type RandomState } from './random.js'

/** The states of all streams, by name: plain data. */
export type StreamStates = ReadonlyMap<string, RandomState>

/**
 * A world's streams of ids and secrets: one for each vendor, so that what one draws changes nothing at another. They are
 * rolled back together, with the transaction that drew.
 */
export class Streams {
  private tapped: ((stream: string, drawn: string) => string) | undefined
  private readonly seed: string
  private readonly streams = new Map<string, Random>()

  constructor(seed: string) {
    this.seed = seed
  }

  get(name: string): Random {
    let stream = this.streams.get(name)
    if (!stream) {
      stream = new Random(`${this.seed}/${name}`)
      this.streams.set(name, stream)
      this.tapOne(name, stream)
    }
    return stream
  }

  /** Lets a replay see each text that is drawn, and put another one in its place. */
  tap(seen: (stream: string, drawn: string) => string): void {
    this.tapped = seen
    for (const [name, stream] of this.streams) this.tapOne(name, stream)
  }

  private tapOne(name: string, stream: Random): void {
    const { tapped } = this
    if (tapped) stream.tap = (drawn) => tapped(name, drawn)
  }

  get state(): StreamStates {
    const states = new Map<string, RandomState>()
    for (const [name, stream] of this.streams) states.set(name, stream.state)
    return states
  }

  /** One that did not exist then begins anew. */
  set state(states: StreamStates) {
    for (const name of this.streams.keys()) if (!states.has(name)) this.streams.delete(name)
    for (const [name, state] of states) this.get(name).state = state
  }
}
