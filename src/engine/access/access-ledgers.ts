import type { World } from '../world/world.js'
import { AccessLedger } from './access-ledger.js'

/** One ledger a vendor, made when something is told to it. */
export class AccessLedgers {
  private readonly world: World
  private readonly ledgers = new Map<string, AccessLedger>()

  constructor(world: World) {
    this.world = world
  }

  of(vendor: string): AccessLedger {
    let ledger = this.ledgers.get(vendor)
    if (!ledger) {
      ledger = new AccessLedger(this.world)
      this.ledgers.set(vendor, ledger)
    }
    return ledger
  }
}
