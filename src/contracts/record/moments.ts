/** Where the clock of every example stands: 1 January 2026, noon, in Unix milliseconds. Contracts are verified in a world that begins then. */
export const EXAMPLE_NOW = Date.UTC(2026, 0, 1, 12)

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** What is nearer to now than this, in milliseconds, is taken for a moment: a year and a little. */
const NEAR = 400 * 24 * HOUR

/** Moments as they stand in examples: as far from the example's now as they were from the real one, to the hour. */
export class Moments {
  private readonly now: number

  /** @param now of the world when it was said, Unix milliseconds */
  constructor(now: number) {
    this.now = now
  }

  /** Unix seconds or milliseconds, or undefined for what is no moment. */
  number(value: number): number | undefined {
    if (!Number.isInteger(value)) return undefined
    if (Math.abs(value * 1000 - this.now) < NEAR) return this.shift(value * 1000) / 1000
    if (value > 1e11 && Math.abs(value - this.now) < NEAR) return this.shift(value)
    return undefined
  }

  /** Every moment in a text: ISO 8601 in any of its usual forms, also with a space for its T, that of HTTP, and Unix seconds. */
  text(text: string): string {
    return text
      .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, (found) => this.iso(found))
      .replace(/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b/g, (found) => this.iso(found.replace(' ', 'T')).replace('T', ' '))
      .replace(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\b/g, (found) => this.http(found))
      .replace(/\b\d{10}\b/g, (found) => String(this.number(Number(found)) ?? found))
  }

  private iso(found: string): string {
    const zone = /(?:Z|[+-]\d\d:?\d\d)$/.exec(found)?.[0] ?? ''
    const zoned = found.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
    const at = Date.parse(zone === '' ? `${zoned}Z` : zoned)
    if (Number.isNaN(at) || Math.abs(at - this.now) >= NEAR) return found
    const [whole = ''] = new Date(this.shift(at)).toISOString().split('.')
    const fraction = /\.(\d+)/.exec(found)?.[1]
    const seconds = /T\d\d:\d\d:/.test(found) ? whole : whole.slice(0, 16)
    return `${seconds}${fraction ? `.${'0'.repeat(fraction.length)}` : ''}${/^[+-]/.test(zone) ? '+0000'.slice(0, zone.replace(':', '').length) : zone}`
  }

  private http(found: string): string {
    const at = Date.parse(found)
    return Math.abs(at - this.now) < NEAR ? new Date(this.shift(at)).toUTCString() : found
  }

  private shift(at: number): number {
    // Midnight is midnight: what a vendor does once a day is so many days from now.
    if (at % DAY === 0 && this.now % DAY !== 0)
      return (Math.floor(EXAMPLE_NOW / DAY) + at / DAY - Math.floor(this.now / DAY)) * DAY
    return EXAMPLE_NOW + Math.round((at - this.now) / HOUR) * HOUR
  }
}
