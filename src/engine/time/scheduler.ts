import type { Clock } from './clock.js'
import { Heap } from './heap.js'

interface Item {
  readonly due: number
  readonly seq: number
  readonly run: () => void | Promise<void>
  cancelled: boolean
}

/** Gives back a scheduled item before it was due. */
export type Cancel = () => void

/** The longest that I/O caused by one due item may hold up `advance`, in milliseconds of wall time. */
const SETTLE_LIMIT = 10_000
/** setTimeout fires at once past this. */
const LONGEST_TIMEOUT = 2_000_000_000

/**
 * What is to happen at a moment of a world's clock. While the clock runs, due items fire by themselves; `advance` goes from
 * one due item to the next and lets the I/O that each causes settle before it goes on.
 */
export class Scheduler {
  private readonly clock: Clock
  private readonly heap = new Heap<Item>((a, b) => a.due < b.due || (a.due === b.due && a.seq < b.seq))
  private readonly pending = new Set<Promise<unknown>>()
  private seq = 0
  private timer: NodeJS.Timeout | undefined
  private immediate: NodeJS.Immediate | undefined
  private stopped = false
  private readonly onError: (error: unknown) => void

  constructor(clock: Clock, onError: (error: unknown) => void = () => {}) {
    this.clock = clock
    this.onError = onError
  }

  /** Runs something once the clock has reached `due` (Unix milliseconds); in the past means as soon as the present work is done. */
  at(due: number, run: () => void | Promise<void>): Cancel {
    const item: Item = { due, seq: this.seq++, run, cancelled: false }
    this.heap.push(item)
    this.arm()
    return () => {
      item.cancelled = true
    }
  }

  /** The moment of the next item, if there is one. */
  get next(): number | undefined {
    for (let item = this.heap.peek(); item; item = this.heap.peek()) {
      if (!item.cancelled) return item.due
      this.heap.pop()
    }
    return undefined
  }

  /** Counts a piece of I/O as under way, so that `settled` and `advance` wait for it. */
  track<T>(work: Promise<T>): Promise<T> {
    const done = work.finally(() => this.pending.delete(done))
    this.pending.add(done)
    done.catch(this.onError)
    return done
  }

  /** Moves the clock forward, firing what falls due on the way in order. */
  async advanceTo(time: number): Promise<void> {
    for (let due = this.next; due !== undefined && due <= time && !this.stopped; due = this.next) {
      this.clock.moveTo(due)
      this.fireOne()
      await this.quiet()
    }
    this.clock.moveTo(time)
    await this.quiet()
    // Under a running clock the next item has come nearer.
    this.arm()
  }

  /** The same without waiting for I/O: for time that has passed while nobody was there. */
  passTo(time: number): void {
    for (let due = this.next; due !== undefined && due <= time && !this.stopped; due = this.next) {
      this.clock.moveTo(due)
      this.fireOne()
    }
    this.clock.moveTo(time)
    this.arm()
  }

  /**
   * Fires what is due, before anything else is done with the world: so that the order of requests alone decides what they
   * see, and not how quickly they came.
   */
  catchUp(): void {
    const due = this.next
    if (due !== undefined && due <= this.clock.now()) this.fireDue()
  }

  /** Resolves when nothing is due and no I/O is under way. */
  async settled(): Promise<void> {
    for (;;) {
      await this.quiet()
      const due = this.next
      if (due === undefined || due > this.clock.now() || this.stopped) return
      this.fireOne()
    }
  }

  /** Call when the clock was frozen or set running. */
  arm(): void {
    if (this.stopped) return
    const due = this.next
    if (this.timer) clearTimeout(this.timer)
    this.timer = undefined
    if (due === undefined) return
    const wait = due - this.clock.now()
    if (wait <= 0) {
      this.immediate ??= setImmediate(() => {
        this.immediate = undefined
        this.fireDue()
      })
    } else if (!this.clock.frozen) {
      this.timer = setTimeout(() => this.fireDue(), Math.min(wait, LONGEST_TIMEOUT))
      this.timer.unref()
    }
  }

  /** Nothing falls due by itself any more. */
  get passive(): boolean {
    return this.stopped
  }

  stop(): void {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
    if (this.immediate) clearImmediate(this.immediate)
  }

  private fireDue(): void {
    const now = this.clock.now()
    for (let due = this.next; due !== undefined && due <= now && !this.stopped; due = this.next) this.fireOne()
    this.arm()
  }

  private fireOne(): void {
    const item = this.heap.pop()
    if (!item || item.cancelled) return
    try {
      const result = item.run()
      if (result) this.track(result)
    } catch (error) {
      this.onError(error)
    }
  }

  private async quiet(): Promise<void> {
    const limit = Date.now() + SETTLE_LIMIT
    // Two turns: a piece of I/O that has just ended may have caused the next one.
    for (let idle = 0; idle < 2; idle++) {
      while (this.pending.size > 0 && Date.now() < limit) {
        await withTimeLimit(Promise.allSettled(this.pending), limit - Date.now())
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

async function withTimeLimit(work: Promise<unknown>, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limit)
    timer.unref()
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
