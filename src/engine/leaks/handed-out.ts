import { vendorTables } from '../control/state.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'
import type { Leakable, LeakKind } from './leakable.js'

/** Shorter ones are found anywhere by chance. */
const SHORTEST = 6
const SHORTEST_ERROR = 16
/** Error texts, and values that programs have sent, that are kept: the oldest go. */
const MOST_KEPT = 10_000
/** Of those that are looked up in tables. */
const MOST_VALUES = 100_000

const NATIONAL = new Set(['ssn', 'national_id'])

/** Values that this world gave to programs, or was given by them, each as it is: found again, it is no chance. */
export class HandedOut {
  private readonly world: World
  private readonly errors = new Map<string, Leakable>()
  private readonly received = new Map<string, Leakable>()

  constructor(world: World) {
    this.world = world
  }

  /** The text of an error that was answered. */
  error(vendor: string, message: string): void {
    if (message.length < SHORTEST_ERROR || this.errors.has(message)) return
    keep(this.errors, { value: message, kind: 'error text', vendor, name: 'error' })
  }

  /** A body that holds something to be hidden. */
  sent({ name, redactor }: VendorRuntime, text: string): void {
    for (const { value, field } of redactor.hidden(text)) {
      if (value.length < SHORTEST || this.received.has(value)) continue
      keep(this.received, { value, kind: kindOf(field, redactor.sensitive), vendor: name, name: field })
    }
  }

  /** All of them: credentials, secrets of webhooks, what tables hold, what was sent, and texts of errors. */
  list(): Leakable[] {
    const found = new Map<string, Leakable>()
    const add = (leakable: Leakable) => {
      // What it is called where it is given out says most.
      if (leakable.value.length < SHORTEST || found.size >= MOST_VALUES || found.has(leakable.value)) return
      found.set(leakable.value, leakable)
    }
    for (const runtime of this.world.sandbox.vendors) this.addCredentials(runtime, add)
    for (const { vendor, table } of vendorTables(this.world)) {
      const runtime = this.world.sandbox.runtime(vendor)
      if (runtime) for (const row of table.all()) addFields(runtime, row, add)
    }
    for (const each of [...this.received.values(), ...this.errors.values()]) add(each)
    return [...found.values()]
  }

  private addCredentials(runtime: VendorRuntime, add: (leakable: Leakable) => void): void {
    const view = this.world.view<unknown>(runtime, '')
    const { credentials, events } = runtime.definition
    const vendor = runtime.name
    const secrets = credentials.list(view).filter(({ secret }) => secret)
    const known = new Set(secrets.map(({ variable }) => variable))
    const retired = (credentials.retired?.(view) ?? []).filter(({ variable }) => known.has(variable))
    for (const { label, value } of [...secrets, ...retired]) add({ value, kind: 'secret', vendor, name: label })
    for (const { id } of events?.endpoints?.(view) ?? []) {
      for (const value of events?.secrets?.(id, view) ?? [])
        add({ value, kind: 'secret', vendor, name: 'webhook secret' })
    }
  }
}

/** What a row holds under a name that is sensitive, or in a form that is. */
function addFields(runtime: VendorRuntime, value: unknown, add: (leakable: Leakable) => void, field = ''): void {
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      addFields(runtime, inner, add, Array.isArray(value) ? field : name)
    }
    return
  }
  if (typeof value !== 'string' && typeof value !== 'number') return
  const { redactor, name: vendor } = runtime
  const text = String(value)
  if (redactor.isSensitive(field)) {
    add({ value: text, kind: kindOf(field, redactor.sensitive), vendor, name: field })
    return
  }
  if (typeof value !== 'string') return
  for (const hidden of redactor.hidden(text)) {
    add({ value: hidden.value, kind: kindOf(hidden.field, redactor.sensitive), vendor, name: hidden.field || field })
  }
}

function kindOf(field: string, sensitive: Readonly<Record<string, LeakKind>>): LeakKind {
  const lower = field.toLowerCase()
  if (lower === 'card number') return 'card number'
  if (Object.hasOwn(sensitive, lower)) return sensitive[lower] as LeakKind
  return NATIONAL.has(lower) ? 'national id' : 'secret'
}

function keep(kept: Map<string, Leakable>, leakable: Leakable): void {
  kept.set(leakable.value, leakable)
  if (kept.size <= MOST_KEPT) return
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}
