import type { Emitted } from './emitted.js'

/** Endpoints whose deliveries somebody else sends: an attack tries them out one by one. */
export class ByHand {
  readonly endpoints = new Set<string>()
  /** What each delivery that waits is of, by its id. */
  private readonly events = new Map<string, Emitted>()

  keep(delivery: string, event: Emitted): void {
    this.events.set(delivery, event)
  }

  event(delivery: string): Emitted | undefined {
    return this.events.get(delivery)
  }

  end(endpoint: string): void {
    this.endpoints.delete(endpoint)
    if (this.endpoints.size === 0) this.events.clear()
  }
}
