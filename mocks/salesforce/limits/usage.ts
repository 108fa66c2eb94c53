const HOUR = 3_600_000
const DAY = 24

/**
 * How many requests the last 24 hours had, by the hour on the world's clock. It is not kept across a restart, as no rate limit
 * of the engine is.
 */
export class Usage {
  private readonly hours = new Map<number, number>()

  count(now: number): void {
    const hour = Math.floor(now / HOUR)
    this.hours.set(hour, (this.hours.get(hour) ?? 0) + 1)
    if (this.hours.size > DAY + 1) for (const old of this.hours.keys()) if (old <= hour - DAY) this.hours.delete(old)
  }

  used(now: number): number {
    const hour = Math.floor(now / HOUR)
    let sum = 0
    for (const [at, count] of this.hours) if (at > hour - DAY && at <= hour) sum += count
    return sum
  }
}
