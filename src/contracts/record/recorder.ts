import type { Observed, ObservedExchange, RecordingSource } from '../../index.js'
import { hear } from './heard.js'
import { type Heap, type HeardDelivery, type Trace, trace } from './trace.js'

/** Hears what is asked and told, and makes sense of it when it is wanted. */
export class Recorder {
  private readonly source: RecordingSource
  private readonly allowed: ReadonlySet<string>
  private readonly exchanges: ObservedExchange[] = []
  private readonly deliveries: HeardDelivery[] = []
  /** Hears nothing further. */
  readonly stop: () => void

  /** @param allow personal data and secrets that may stay as they are */
  constructor(source: RecordingSource, allow: readonly string[] = []) {
    this.source = source
    this.allowed = new Set(allow)
    this.stop = source.observe((observed) => this.hear(observed))
  }

  get counts(): { readonly exchanges: number; readonly deliveries: number } {
    return { exchanges: this.exchanges.length, deliveries: this.deliveries.length }
  }

  clear(): void {
    this.exchanges.length = 0
    this.deliveries.length = 0
  }

  /** One of each world and vendor. */
  traces(): Trace[] {
    const worlds = [
      ...new Set([...this.exchanges, ...this.deliveries.map(({ source }) => source)].map(({ world }) => world)),
    ]
    return this.source.vendors
      .flatMap((vendor) => worlds.map((world) => this.heap(vendor, world)))
      .filter(({ heard, deliveries }) => heard.length + deliveries.length > 0)
      .map((heap) => trace(heap, new Set([...this.allowed, ...heap.vendor.secrets.published])))
  }

  private hear(observed: Observed): void {
    if (observed.kind === 'exchange') this.exchanges.push(observed)
    if (observed.kind !== 'delivery' || observed.row.state !== 'delivered') return
    // The endpoint may be gone by the time that this is made sense of.
    const vendor = this.source.vendors.find(({ name }) => name === observed.vendor)
    this.deliveries.push({ source: observed, listening: vendor?.listening(observed) })
  }

  private heap(vendor: Heap['vendor'], world: string): Heap {
    const own = (each: { readonly world: string; readonly vendor: string }) =>
      each.world === world && each.vendor === vendor.name
    const heard = this.exchanges
      .filter(own)
      .sort((a, b) => a.sequence - b.sequence)
      .flatMap((exchange) => hear(exchange) ?? [])
    return { vendor, world, heard, deliveries: this.deliveries.filter(({ source }) => own(source)) }
  }
}
