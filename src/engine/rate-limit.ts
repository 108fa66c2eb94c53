/** What was counted, as data. What is under way is no part of it: it is over where this is read again. */
export interface LimiterState {
  readonly windows: readonly (readonly [name: string, length: number, slot: number, count: number, previous: number])[]
  readonly tallies: readonly (readonly [name: string, counts: readonly (readonly [slot: number, count: number])[]])[]
}

interface Window {
  /** In milliseconds. */
  readonly length: number
  slot: number
  count: number
  previous: number
}

/** Windows past which those that are over are forgotten: there may be one for each object. */
const MANY = 10_000
/** In milliseconds: windows that are shorter are over before a process is there again. */
const LASTING = 60_000

/**
 * Counts what was taken of a limit on the world's clock. A sliding window of one slot each: exact enough for limits of so
 * many a second, and a limit that is not used costs nothing.
 */
export class RateLimiter {
  private readonly windows = new Map<string, Window>()
  private readonly inside = new Map<string, number>()
  private readonly tallies = new Map<string, Map<number, number>>()

  /** Takes one of `limit` for each `window` (milliseconds). False where none is left. */
  take(name: string, limit: number, window: number, now: number): boolean {
    const slot = Math.floor(now / window)
    let state = this.windows.get(name)
    if (!state) {
      this.forget(now)
      state = { length: window, slot, count: 0, previous: 0 }
      this.windows.set(name, state)
    }
    if (state.slot !== slot) {
      state.previous = state.slot === slot - 1 ? state.count : 0
      state.count = 0
      state.slot = slot
    }
    const share = 1 - (now % window) / window
    if (state.count + Math.floor(state.previous * share) >= limit) return false
    state.count++
    return true
  }

  /** How many count at this moment, of a limit that is taken from. */
  used(name: string, now: number): number {
    const state = this.windows.get(name)
    if (!state) return 0
    const slot = Math.floor(now / state.length)
    const share = 1 - (now % state.length) / state.length
    if (slot === state.slot) return state.count + Math.floor(state.previous * share)
    return slot === state.slot + 1 ? Math.floor(state.count * share) : 0
  }

  /** Names of the limits that were taken from, by what they begin with. */
  names(prefix: string): string[] {
    return [...this.windows.keys()].filter((name) => name.startsWith(prefix))
  }

  /** How many are under way. */
  running(name: string): number {
    return this.inside.get(name) ?? 0
  }

  private forget(now: number): void {
    if (this.windows.size < MANY || this.windows.size % MANY !== 0) return
    for (const [name, { slot, length }] of this.windows) {
      if (slot < Math.floor(now / length) - 1) this.windows.delete(name)
    }
  }

  /** Counts one more in the present slot of `length` milliseconds. The last `kept` slots are remembered. */
  tally(name: string, length: number, kept: number, now: number): void {
    const slot = Math.floor(now / length)
    const counts = this.tallies.get(name) ?? new Map<number, number>()
    this.tallies.set(name, counts)
    counts.set(slot, (counts.get(slot) ?? 0) + 1)
    if (counts.size > kept + 1) for (const old of counts.keys()) if (old <= slot - kept) counts.delete(old)
  }

  /** How many were counted in the last `kept` slots. */
  tallied(name: string, length: number, kept: number, now: number): number {
    const slot = Math.floor(now / length)
    let sum = 0
    for (const [at, count] of this.tallies.get(name) ?? []) if (at > slot - kept && at <= slot) sum += count
    return sum
  }

  get state(): LimiterState {
    return {
      windows: [...this.windows].map(
        ([name, each]) => [name, each.length, each.slot, each.count, each.previous] as const,
      ),
      tallies: [...this.tallies].map(([name, counts]) => [name, [...counts]] as const),
    }
  }

  /** Of that, what is worth keeping when the process ends: not what is over in a moment. */
  get lasting(): LimiterState {
    const { windows, tallies } = this.state
    return { windows: windows.filter(([, length]) => length >= LASTING), tallies }
  }

  set state({ windows, tallies }: LimiterState) {
    this.windows.clear()
    for (const [name, length, slot, count, previous] of windows) {
      this.windows.set(name, { length, slot, count, previous })
    }
    this.tallies.clear()
    for (const [name, counts] of tallies) this.tallies.set(name, new Map(counts))
  }

  /** Counts one more under way; false where `limit` are already. Give it back with `leave`. */
  enter(name: string, limit: number): boolean {
    const count = this.inside.get(name) ?? 0
    if (count >= limit) return false
    this.inside.set(name, count + 1)
    return true
  }

  leave(name: string): void {
    const count = (this.inside.get(name) ?? 0) - 1
    if (count > 0) this.inside.set(name, count)
    else this.inside.delete(name)
  }
}
