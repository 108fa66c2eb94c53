/**
 * A world's only source of now. It runs with the wall, stands frozen, or is moved; it never goes back.
 * Times are milliseconds since the Unix epoch.
 */
export class Clock {
  private base: number
  /** Wall time at which `base` was true, or undefined while frozen. */
  private since: number | undefined
  private readonly wall: () => number

  constructor(options: { at?: number; frozen?: boolean; wall?: () => number } = {}) {
    this.wall = options.wall ?? Date.now
    this.base = options.at ?? this.wall()
    this.since = options.frozen ? undefined : this.wall()
  }

  get frozen(): boolean {
    return this.since === undefined
  }

  now(): number {
    return this.since === undefined ? this.base : this.base + Math.max(0, this.wall() - this.since)
  }

  freeze(): void {
    this.base = this.now()
    this.since = undefined
  }

  run(): void {
    if (this.since === undefined) this.since = this.wall()
  }

  /** Sets now to a later moment; an earlier one is ignored. */
  moveTo(time: number): void {
    if (time <= this.now()) return
    this.base = time
    if (this.since !== undefined) this.since = this.wall()
  }
}
