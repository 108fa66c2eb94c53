import type { Call } from '../call.js'
import type { HeldFault } from '../world/snapshot.js'

/** One thing that goes wrong on purpose. Data, so that the CLI, HTTP and tests use the same ones. */
export interface Fault {
  readonly id: string
  readonly world: string
  readonly vendor?: string
  /** Key of the operation: `POST /v1/charges`. */
  readonly operation?: string
  /** How often it still happens; without it, every time. */
  readonly times?: number
  readonly effect:
    | { readonly kind: 'delay'; readonly milliseconds: number }
    | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
    | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
    | { readonly kind: 'hang'; readonly when: 'before' | 'after' }
}

/** The faults that are on. Looking costs nothing while there are none. */
export class FaultSet {
  private faults: (Fault & { left: number })[] = []
  private count = 0

  get none(): boolean {
    return this.faults.length === 0
  }

  add(fault: Omit<Fault, 'id'>): Fault {
    const added = { ...fault, id: `fault_${++this.count}`, left: fault.times ?? Number.POSITIVE_INFINITY }
    this.faults.push(added)
    return added
  }

  remove(id: string): boolean {
    const before = this.faults.length
    this.faults = this.faults.filter((fault) => fault.id !== id)
    return this.faults.length < before
  }

  clear(world: string): void {
    this.faults = this.faults.filter((fault) => fault.world !== world)
  }

  /** Those of a world, as data. */
  held(world: string): HeldFault[] {
    const own = this.faults.filter((fault) => fault.world === world)
    return own.map((fault) => ({ ...fault, left: Number.isFinite(fault.left) ? fault.left : null }))
  }

  /** Puts these in the place of a world's own. */
  restore(world: string, faults: readonly HeldFault[]): void {
    const others = this.faults.filter((fault) => fault.world !== world)
    const own = faults.map((fault) => ({ ...fault, world, left: fault.left ?? Number.POSITIVE_INFINITY }))
    this.faults = [...others, ...own]
    for (const { id } of own) this.count = Math.max(this.count, Number(id.slice('fault_'.length)) || 0)
  }

  list(world: string): Fault[] {
    return this.faults.filter((fault) => fault.world === world)
  }

  /** Those that this call meets; each meeting counts. */
  meet(call: Call): Fault[] {
    const met = this.faults.filter((fault) => fault.left > 0 && fits(fault, call))
    for (const fault of met) fault.left--
    if (met.length > 0) call.faults = [...call.faults, ...met.map(({ id }) => id)]
    if (met.some((fault) => fault.left <= 0)) this.faults = this.faults.filter((fault) => fault.left > 0)
    return met
  }
}

function fits(fault: Fault, call: Call): boolean {
  if (fault.world !== call.world?.name) return false
  if (fault.vendor && fault.vendor !== call.vendor.name) return false
  return !fault.operation || fault.operation === call.operation?.key
}
