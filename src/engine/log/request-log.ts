import type { Entry } from './entry.js'

const MOST_ENTRIES = 10_000
const MOST_BYTES = 64 * 1024 * 1024
/** Bodies are cut past this, in characters. */
export const LONGEST_BODY = 16 * 1024

export interface LogFilter {
  readonly vendor?: string | undefined
  /** Exact, or `4xx`. */
  readonly status?: string | undefined
  readonly operation?: string | undefined
  /** A text that the target or a body must hold. */
  readonly search?: string | undefined
  /** At most so many, the newest. */
  readonly limit?: number | undefined
}

/** The last requests of a world: a ring, bounded in number and in bytes. */
export class RequestLog {
  private entries: (Entry | undefined)[] = []
  private start = 0
  private bytes = 0
  private readonly byId = new Map<string, Entry>()
  private readonly listeners = new Set<(entry: Entry) => void>()

  get size(): number {
    return this.byId.size
  }

  add(entry: Entry): void {
    this.entries.push(entry)
    this.byId.set(entry.id, entry)
    this.bytes += sizeOf(entry)
    while (this.entries.length - this.start > MOST_ENTRIES || this.bytes > MOST_BYTES) this.dropOldest()
    for (const listener of this.listeners) listener(entry)
  }

  find(id: string): Entry | undefined {
    return this.byId.get(id)
  }

  /** Newest first. */
  list(filter: LogFilter = {}): Entry[] {
    const found: Entry[] = []
    for (let i = this.entries.length - 1; i >= this.start && found.length < (filter.limit ?? MOST_ENTRIES); i--) {
      const entry = this.entries[i]
      if (entry && matches(entry, filter)) found.push(entry)
    }
    return found
  }

  /** Told of each entry once it is complete. Returns the way to stop. */
  listen(listener: (entry: Entry) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  clear(): void {
    this.entries = []
    this.start = 0
    this.bytes = 0
    this.byId.clear()
  }

  private dropOldest(): void {
    const oldest = this.entries[this.start]
    this.entries[this.start] = undefined
    this.start++
    if (oldest) {
      this.bytes -= sizeOf(oldest)
      if (this.byId.get(oldest.id) === oldest) this.byId.delete(oldest.id)
    }
    if (this.start > MOST_ENTRIES) {
      this.entries = this.entries.slice(this.start)
      this.start = 0
    }
  }
}

/** A body as the log keeps it. Copied, since a slice would hold the whole text in memory. */
export function cut(text: string): string {
  if (text.length <= LONGEST_BODY) return text
  const kept = Buffer.from(text.slice(0, LONGEST_BODY)).toString()
  return `${kept}\n[cut: ${text.length} characters in all]`
}

function sizeOf(entry: Entry): number {
  return 600 + entry.target.length + entry.request.body.length + entry.response.body.length
}

/** Whether a filter lets an entry through. */
export function matches(entry: Entry, filter: LogFilter): boolean {
  if (filter.vendor && entry.vendor !== filter.vendor) return false
  if (filter.operation && entry.operation !== filter.operation) return false
  if (filter.status && !statusMatches(entry.status, filter.status)) return false
  if (!filter.search) return true
  return [entry.target, entry.request.body, entry.response.body].some((text) => text.includes(filter.search as string))
}

function statusMatches(status: number, wanted: string): boolean {
  return /^\dxx$/i.test(wanted) ? String(status)[0] === wanted[0] : String(status) === wanted
}
