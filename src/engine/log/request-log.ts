import type { Redactor } from '../redact.js'
import type { Entry } from './entry.js'

const MOST_ENTRIES = 10_000
const MOST_BYTES = 64 * 1024 * 1024
/** Bodies are cut past this, in characters. */
export const LONGEST_BODY = 16 * 1024
export const BEYOND = 512

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
  /** Of each entry, as it was when it came. */
  private sizes: number[] = []
  private start = 0
  private bytes = 0
  private readonly byId = new Map<string, Entry>()
  private readonly listeners = new Set<(entry: Entry) => void>()

  get size(): number {
    return this.entries.length - this.start
  }

  add(entry: Entry): void {
    this.entries.push(entry)
    this.byId.set(entry.id, entry)
    const size = sizeOf(entry)
    this.sizes.push(size)
    this.bytes += size
    while (this.size > MOST_ENTRIES || (this.bytes > MOST_BYTES && this.size > 0)) this.dropOldest()
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
    this.sizes = []
    this.start = 0
    this.bytes = 0
    this.byId.clear()
  }

  private dropOldest(): void {
    const oldest = this.entries[this.start]
    this.bytes -= this.sizes[this.start] ?? 0
    this.entries[this.start] = undefined
    this.start++
    if (oldest && this.byId.get(oldest.id) === oldest) this.byId.delete(oldest.id)
    if (this.start > MOST_ENTRIES) {
      this.entries = this.entries.slice(this.start)
      this.sizes = this.sizes.slice(this.start)
      this.start = 0
    }
  }
}

/**
 * A text as the log keeps it: without secrets, and not whole if it is long. What stands at the cut is read beyond it, so that
 * no part of a card number or secret is left over. Copied, since a slice would hold the whole text in memory.
 */
export function shown(text: string, redactor: Redactor, length = text.length): string {
  if (text.length <= LONGEST_BODY) return redactor.text(text)
  const kept = redactor.text(text.slice(0, LONGEST_BODY + BEYOND)).slice(0, LONGEST_BODY)
  return `${Buffer.from(kept).toString()}\n[cut: ${length} characters in all]`
}

function sizeOf(entry: Entry): number {
  const { request, response } = entry
  const texts = entry.target.length + request.body.length + response.size + (entry.failure?.length ?? 0)
  // Headers of answers are ours, and short.
  return 900 + texts + lengthOf(request.headers)
}

function lengthOf(headers: Readonly<Record<string, string>>): number {
  let length = 0
  for (const name in headers) length += name.length + (headers[name]?.length ?? 0)
  return length
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
