/** What was counted, as data. What is under way is no part of it: it is over where this is read again. */
export interface LimiterState {
  readonly windows: readonly (readonly [name: string, slot: number, count: number, previous: number])[]
  readonly tallies: readonly (readonly [name: string, counts: readonly (readonly [slot: number, count: number])[]])[]
}

/**
 * Counts what was taken of a limit on the world's clock. A sliding window of one slot each: exact enough for limits of so
 * many a second, and a limit that is not used costs nothing.
 */
export class RateLimiter {
  private readonly windows = new Map<string, { slot: number; count: number; previous: number }>()
  private readonly running = new Map<string, number>()
  private readonly tallies = new Map<string, Map<number, number>>()

  /** Takes one of `limit` for each `window` (milliseconds). False where none is left. */
  take(name: string, limit: number, window: number, now: number): boolean {
    const slot = Math.floor(now / window)
    let state = this.windows.get(name)
    if (!state) {
      state = { slot, count: 0, previous: 0 }
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
      windows: [...this.windows].map(([name, { slot, count, previous }]) => [name, slot, count, previous] as const),
      tallies: [...this.tallies].map(([name, counts]) => [name, [...counts]] as const),
    }
  }

  set state({ windows, tallies }: LimiterState) {
    this.windows.clear()
    for (const [name, slot, count, previous] of windows) this.windows.set(name, { slot, count, previous })
    this.tallies.clear()
    for (const [name, counts] of tallies) this.tallies.set(name, new Map(counts))
  }

  /** Counts one more under way; false where `limit` are already. Give it back with `leave`. */
  enter(name: string, limit: number): boolean {
    const count = this.running.get(name) ?? 0
    if (count >= limit) return false
    this.running.set(name, count + 1)
    return true
  }

  leave(name: string): void {
    const count = (this.running.get(name) ?? 0) - 1
    if (count > 0) this.running.set(name, count)
    else this.running.delete(name)
  }
}
