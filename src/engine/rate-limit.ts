/**
 * Counts what was taken of a limit on the world's clock. A sliding window of one slot each: exact enough for limits of so
 * many a second, and a limit that is not used costs nothing.
 */
export class RateLimiter {
  private readonly windows = new Map<string, { slot: number; count: number; previous: number }>()
  private readonly running = new Map<string, number>()

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
