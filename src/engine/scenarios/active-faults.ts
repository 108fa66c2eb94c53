import type { Fault } from '../faults/schema.js'
import type { World } from '../world/world.js'

export interface FaultState {
  readonly name: string
  readonly fault: Fault
  /** How often it has struck. */
  readonly struck: number
}

/** The faults that a scenario has put on, and may take away again. */
export class ActiveFaults {
  private readonly world: World
  private readonly added: { readonly id: string; readonly fault: Fault; over: boolean; struck: number }[] = []

  constructor(world: World) {
    this.world = world
  }

  add(fault: Fault): void {
    this.added.push({ id: this.world.faults.add(fault).id, fault, over: false, struck: 0 })
  }

  /** Takes away those of this name. */
  end(name: string): void {
    for (const each of this.added) if (each.fault.name === name) this.take(each)
  }

  stop(): void {
    for (const each of this.added) this.take(each)
  }

  get states(): FaultState[] {
    return this.added.map((each) => ({
      name: each.fault.name ?? each.fault.effect.kind,
      fault: each.fault,
      struck: this.count(each),
    }))
  }

  /** What a fault is called for people, by its id. */
  nameOf(id: string): string {
    const fault = this.added.find((each) => each.id === id)?.fault
    return fault?.name ?? fault?.effect.kind ?? id
  }

  private take(each: (typeof this.added)[number]): void {
    if (each.over) return
    each.struck = this.count(each)
    each.over = true
    this.world.faults.remove(each.id)
  }

  private count({ id, over, struck }: (typeof this.added)[number]): number {
    if (over) return struck
    return this.world.faults.list().find((record) => record.id === id)?.happened ?? struck
  }
}
