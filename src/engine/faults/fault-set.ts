import type { Call } from '../call.js'
import { observeCommand } from '../observe/observe-command.js'
import type { World } from '../world/world.js'
import { ActiveFault, type FaultRecord } from './active-fault.js'
import type { EffectKind, EffectOf } from './effect-schema.js'
import type { DeliveryFacts } from './matcher.js'
import type { Fault } from './schema.js'

/** Faults that are over are still listed; of those, the oldest go. */
const MOST_LISTED = 1000

/** The faults of a world. Looking costs nothing while there are none: `none` is a field. */
export class FaultSet {
  /** True while nothing can go wrong on purpose here. */
  none = true
  /** True while somebody wants to know how rows were before their last change. */
  stale = false
  /** True while a webhook may have to come before the answer. */
  early = false
  /** Another number after each change, counters among them. */
  revision = 0
  private readonly world: World
  private all: ActiveFault[] = []
  private onRequests: ActiveFault[] = []
  private onDeliveries: ActiveFault[] = []
  private onConnections: ActiveFault[] = []
  private count = 0

  constructor(world: World) {
    this.world = world
  }

  /** @param fault as `faultSchema` lets it through; whether this sandbox has what it names is `checkFault`'s to say */
  add(fault: Fault): FaultRecord {
    const id = `fault_${++this.count}`
    const added = new ActiveFault({ id, fault, added: this.world.clock.now(), seen: 0, happened: 0, credentials: [] })
    this.become([...this.all, added])
    observeCommand(this.world, 'faults add', { fault })
    return added.record
  }

  /** Whether there was one. */
  remove(id: string): boolean {
    const before = this.all.length
    this.become(this.all.filter((fault) => fault.id !== id))
    if (this.all.length === before) return false
    observeCommand(this.world, 'faults remove', { id })
    return true
  }

  /** How many there were. */
  clear(): number {
    const before = this.all.length
    if (before === 0) return 0
    this.become([])
    observeCommand(this.world, 'faults clear')
    return before
  }

  /** In the order in which they were added, those that are over among them. */
  list(): FaultRecord[] {
    return this.all.map(({ record }) => record)
  }

  /** Takes the place of all there are, counters and all: for a snapshot. */
  restore(records: readonly FaultRecord[]): void {
    this.all = records.map((record) => new ActiveFault(record))
    this.count = Math.max(0, ...records.map(({ id }) => Number(id.slice('fault_'.length)) || 0))
    this.sort()
  }

  /** What cannot be written down does not come to be. */
  private become(all: ActiveFault[]): void {
    const before = this.all
    this.all = all
    this.sort()
    this.revision++
    try {
      this.world.keeper?.note()
    } catch (error) {
      this.all = before
      this.sort()
      throw error
    }
  }

  /** Those that this request meets; each meeting counts. Once one ends the request, later ones only count that it fitted. */
  meet(call: Call): ActiveFault[] {
    const met: ActiveFault[] = []
    let ended = false
    for (const fault of this.onRequests) {
      if (!happens(fault, call, this.world, ended)) continue
      met.push(fault)
      ended ||= ends(fault.fault.effect)
    }
    if (met.length > 0) this.drop(met)
    return met
  }

  /** Those of some changes that a delivery meets. */
  meetDelivery(facts: DeliveryFacts, changes: ReadonlySet<string>): EffectOf<'webhook'>[] {
    const met = this.onDeliveries.filter(
      (fault) => changes.has(changeOf(fault) ?? '') && fault.meetsDelivery(facts, this.world),
    )
    this.drop(met)
    return met.map(({ fault }) => fault.effect as EffectOf<'webhook'>)
  }

  /** What a client that connects to a vendor is to be shown, if anything is wrong. */
  meetConnection(vendor: string): EffectOf<'tls'> | undefined {
    const met = this.onConnections.find((fault) => fault.meetsConnection(vendor, this.world))
    if (met) this.drop([met])
    return met?.fault.effect as EffectOf<'tls'> | undefined
  }

  mayMeetConnection(vendor: string): boolean {
    return this.onConnections.some(({ fault: { when } }) => when?.vendor === undefined || when.vendor === vendor)
  }

  private drop(met: readonly ActiveFault[]): void {
    if (met.some(({ spent }) => spent)) this.sort()
  }

  private sort(): void {
    while (this.all.length > MOST_LISTED) {
      const oldest = this.all.findIndex(({ spent }) => spent)
      if (oldest < 0) break
      this.all.splice(oldest, 1)
    }
    const live = this.all.filter(({ spent }) => !spent)
    const of = (kind: EffectKind) => live.filter(({ fault }) => fault.effect.kind === kind)
    this.onDeliveries = of('webhook')
    this.onConnections = of('tls')
    this.onRequests = live.filter(({ fault: { effect } }) => effect.kind !== 'webhook' && effect.kind !== 'tls')
    this.none = live.length === 0
    this.early = this.onDeliveries.some((fault) => changeOf(fault) === 'before-answer')
    // One that has just happened for the last time has its answer still to be made.
    this.stale = this.all.some(({ fault: { effect } }) => effect.kind === 'data' && effect.change === 'stale')
    if (!this.stale) this.world.previous.clear()
  }
}

const ENDING: ReadonlySet<EffectKind> = new Set(['rate-limit', 'status', 'maintenance', 'token'])

/** Whether nothing else of the request takes place. */
function ends(effect: Fault['effect']): boolean {
  return ENDING.has(effect.kind) || ((effect.kind === 'reset' || effect.kind === 'hang') && effect.when === 'before')
}

function happens(fault: ActiveFault, call: Call, world: World, ended: boolean): boolean {
  if (fault.fault.effect.kind !== 'token') return fault.meetsCall(call, world, ended)
  // It is of a credential that is asked for, and stays with it.
  const { credential } = call
  if (credential === undefined || call.operation?.public || call.parent) return false
  if (fault.spoiled(credential)) return !ended
  if (!fault.meetsCall(call, world, ended)) return false
  fault.spoil(credential)
  return true
}

function changeOf({ fault: { effect } }: ActiveFault): string | undefined {
  return effect.kind === 'webhook' ? effect.change : undefined
}
