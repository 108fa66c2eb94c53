import { valueAt } from '../faults/matcher.js'
import { isScalar } from './values.js'
import { REFERENCE } from './written-scenario.js'

/** Answers that a scenario's own requests have kept, by name. */
export class Names {
  private readonly kept = new Map<string, unknown>()

  keep(name: string, answer: unknown): void {
    this.kept.set(name, answer)
  }

  /** A copy of plain data in which `<customer.id>` is what that answer holds. What it does not hold is left as it is. */
  fill<T>(data: T): T {
    return this.replace(data) as T
  }

  private replace(data: unknown): unknown {
    if (typeof data === 'string') return this.text(data)
    if (Array.isArray(data)) return data.map((item) => this.replace(item))
    if (typeof data !== 'object' || data === null) return data
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.replace(value)]))
  }

  private text(text: string): string {
    return text.replaceAll(REFERENCE, (whole, name: string, path: string) => {
      const value = valueAt(this.kept.get(name), path.slice(1))
      return isScalar(value) ? String(value) : whole
    })
  }
}
