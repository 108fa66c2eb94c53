/** A clock as data. */
export interface ClockState {
  /** Unix milliseconds on the clock. */
  readonly now: number
  readonly frozen: boolean
  /** Unix milliseconds on the wall when it showed that. */
  readonly wallTime: number
}

/**
 * A world's only source of now. It runs with the wall, stands frozen, or is moved; it never goes back. Within one turn of the
 * event loop it shows one time, so that a request sees one moment, which can be kept and given to it again.
 * Times are milliseconds since the Unix epoch.
 */
export class Clock {
  private base: number
  /** What it shows for the rest of this turn. */
  private shown: number | undefined
  /** Wall time at which `base` was true, or undefined while frozen. */
  private since: number | undefined
  private wall: () => number
  /** Told when it was moved, stopped or set running, and may forbid it. */
  changed: (() => void) | undefined

  constructor(options: { at?: number; frozen?: boolean; wall?: () => number } = {}) {
    this.wall = options.wall ?? Date.now
    this.base = options.at ?? this.wall()
    this.since = options.frozen ? undefined : this.wall()
  }

  get frozen(): boolean {
    return this.since === undefined
  }

  now(): number {
    if (this.since === undefined) return this.base
    if (this.shown === undefined) {
      this.shown = this.base + Math.max(0, this.wall() - this.since)
      queueMicrotask(this.nextTurn)
    }
    return this.shown
  }

  get state(): ClockState {
    return { now: this.now(), frozen: this.frozen, wallTime: this.wall() }
  }

  /**
   * Shows what it showed once, earlier or later, and goes on from there.
   * @param ran whether it has run on since then, as the wall has
   */
  restore({ now, frozen, wallTime }: ClockState, ran = false): void {
    const wall = this.wall()
    this.shown = undefined
    this.base = ran && !frozen ? now + Math.max(0, wall - wallTime) : now
    this.since = frozen ? undefined : wall
  }

  freeze(): void {
    this.become(this.now(), undefined)
  }

  run(): void {
    if (this.since === undefined) this.become(this.base, this.wall())
  }

  /** Sets now to a later moment; an earlier one is ignored. */
  moveTo(time: number): void {
    if (time <= this.now()) return
    this.become(time, this.since === undefined ? undefined : this.wall())
  }

  /** What cannot be written down does not come to be. */
  private become(base: number, since: number | undefined): void {
    const before = [this.base, this.since] as const
    this.base = base
    this.since = since
    this.shown = undefined
    try {
      this.changed?.()
    } catch (error) {
      ;[this.base, this.since] = before
      this.shown = undefined
      throw error
    }
  }

  /** Moves only as it is told to from now on, backwards too: for a replay. */
  detach(): void {
    const { now, frozen } = this.state
    this.wall = () => 0
    this.restore({ now, frozen, wallTime: 0 })
  }

  private readonly nextTurn = (): void => {
    this.shown = undefined
  }
}
