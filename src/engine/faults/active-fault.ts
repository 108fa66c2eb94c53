import type { Call } from '../call.js'
import { addDuration, parseDuration, parseMoment } from '../time/duration.js'
import type { World } from '../world/world.js'
import { type DeliveryFacts, deliveryMatcher, requestMatcher } from './matcher.js'
import type { Fault } from './schema.js'

/** A fault with what became of it so far: plain data, as a snapshot keeps it. */
export interface FaultRecord {
  readonly id: string
  readonly fault: Fault
  /** World's clock, Unix milliseconds. */
  readonly added: number
  /** How many fitted, by which `nth` counts. */
  readonly seen: number
  readonly happened: number
  /** Credentials that it has expired or revoked. */
  readonly credentials: readonly string[]
}

/** Of one fault; a program that asks for token after token must not fill the memory. */
const MOST_CREDENTIALS = 1000

/** A fault that is on in a world, and its counters. What it does is elsewhere: this says whether it happens. */
export class ActiveFault {
  readonly id: string
  readonly fault: Fault
  readonly added: number
  /** What it is called in the log. */
  readonly label: string
  /** Unix milliseconds on the world's clock. */
  readonly until: number
  private seen: number
  private happened: number
  private readonly from: number
  private readonly times: number
  private readonly credentials: Set<string>
  private readonly fitsCall: (call: Call) => boolean
  private readonly fitsDelivery: (facts: DeliveryFacts) => boolean

  constructor(record: FaultRecord) {
    const { id, fault, added } = record
    const { when = {}, effect } = fault
    this.id = id
    this.fault = fault
    this.added = added
    this.label = fault.name ? `${id} (${fault.name})` : id
    this.seen = record.seen
    this.happened = record.happened
    this.credentials = new Set(record.credentials)
    this.times = fault.times ?? (effect.kind === 'token' ? 1 : Number.POSITIVE_INFINITY)
    const [from, to] = when.between ?? []
    this.from = from === undefined ? Number.NEGATIVE_INFINITY : momentOf(from, added)
    const end = to === undefined ? Number.POSITIVE_INFINITY : momentOf(to, added)
    const mended = effect.kind === 'maintenance' && effect.minutes !== undefined ? added + effect.minutes * 60_000 : end
    this.until = Math.min(end, mended)
    this.fitsCall = requestMatcher(when)
    this.fitsDelivery = deliveryMatcher(when)
  }

  get record(): FaultRecord {
    const { id, fault, added, seen, happened, credentials } = this
    return { id, fault, added, seen, happened, credentials: [...credentials] }
  }

  /** True once it can never happen again. */
  get spent(): boolean {
    return this.happened >= this.times && this.credentials.size === 0
  }

  /**
   * Whether it happens to a request; counts it.
   * @param ended the request was ended by a fault before: then it only counts as one that fitted
   */
  meetsCall(call: Call, world: World, ended: boolean): boolean {
    if (!this.inTime(world) || !this.fitsCall(call)) return false
    return this.counts(world, ended)
  }

  meetsDelivery(facts: DeliveryFacts, world: World): boolean {
    return this.inTime(world) && this.fitsDelivery(facts) && this.counts(world, false)
  }

  /** Whether it happens to a new connection to a vendor. */
  meetsConnection(vendor: string, world: World): boolean {
    const { when = {} } = this.fault
    return (when.vendor === undefined || when.vendor === vendor) && this.inTime(world) && this.counts(world, false)
  }

  /** The credential is no good from now on. */
  spoil(credential: string): void {
    if (this.credentials.size < MOST_CREDENTIALS) this.credentials.add(credential)
  }

  spoiled(credential: string): boolean {
    return this.credentials.has(credential)
  }

  private inTime(world: World): boolean {
    const now = world.clock.now()
    return now >= this.from && now < this.until
  }

  private counts(world: World, ended: boolean): boolean {
    this.seen++
    world.faults.revision++
    if (ended || this.happened >= this.times || !isNth(this.fault, this.seen)) return false
    const probability = this.fault.when?.probability
    if (probability !== undefined && world.chance.fraction() >= probability) return false
    this.happened++
    return true
  }
}

function isNth({ when }: Fault, count: number): boolean {
  const nth = when?.nth
  if (nth === undefined) return true
  if (typeof nth === 'number') return count === nth
  if ('every' in nth) return count % nth.every === 0
  return count >= nth.from && count <= (nth.to ?? Number.POSITIVE_INFINITY)
}

function momentOf(text: string, added: number): number {
  return /^\d{4}-/.test(text.trim()) ? parseMoment(text) : addDuration(added, parseDuration(text))
}
