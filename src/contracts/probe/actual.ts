/** Examples nearer to the contract's now than this, in milliseconds, are moments. */
const NEAR = 400 * 24 * 3_600_000

/** What stands at the vendor for the examples of a contract: ids, and moments as far from now as they were from its now. */
export class Actual {
  readonly #ids = new Map<string, string>()
  readonly #shift: number
  readonly #at: number

  /** @param at the contract's now and `now` the real one, Unix milliseconds */
  constructor(at: number | undefined, now: number) {
    this.#at = at ?? Number.NaN
    this.#shift = at === undefined ? 0 : Math.round((now - at) / 1000) * 1000
  }

  set(example: string, actual: string): void {
    this.#ids.set(example, actual)
  }

  has(example: string): boolean {
    return this.#ids.has(example)
  }

  /** Whether a text holds an example that something else stands for. */
  touches(text: string): boolean {
    return this.text(text) !== text
  }

  text(text: string): string {
    // The longest first: one id may begin as another does.
    const ids = [...this.#ids.keys()].sort((a, b) => b.length - a.length)
    const named = ids.reduce((whole, id) => whole.replaceAll(id, this.#ids.get(id) ?? id), text)
    return named
      .replace(/\b\d{10}\b/g, (found) =>
        this.#isNear(Number(found) * 1000) ? String(Number(found) + this.#shift / 1000) : found,
      )
      .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (found) => this.#iso(found))
  }

  data(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (typeof value === 'number') return this.#isNear(value * 1000) ? value + this.#shift / 1000 : value
    if (Array.isArray(value)) return value.map((item) => this.data(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.data(inner)]))
  }

  #iso(found: string): string {
    const at = Date.parse(found)
    return this.#isNear(at) ? new Date(at + this.#shift).toISOString() : found
  }

  #isNear(at: number): boolean {
    return Math.abs(at - this.#at) < NEAR
  }
}
