import type { DeliveryRow } from './delivery.js'

/** Deliveries that a fault lets another one to the same endpoint overtake. */
export class Overtaken {
  private readonly waiting = new Map<string, Set<string>>()

  has(endpoint: string): boolean {
    return this.waiting.has(endpoint)
  }

  wait({ id, endpoint }: DeliveryRow): void {
    const ids = this.waiting.get(endpoint) ?? new Set<string>()
    this.waiting.set(endpoint, ids.add(id))
  }

  /** Ids of those that follow now that one has gone. */
  after({ id, endpoint }: DeliveryRow): Iterable<string> {
    const ids = this.waiting.get(endpoint)
    if (!ids || (ids.delete(id) && ids.size === 0)) return []
    this.waiting.delete(endpoint)
    return ids
  }
}
