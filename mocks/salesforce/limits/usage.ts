import type { VendorWorld } from '../../../src/engine/kit.js'

const HOUR = 3_600_000
const DAY = 24
const NAME = 'salesforce requests'

/** How many requests the last 24 hours had, by the hour on the world's clock. */
export class Usage {
  private readonly port: VendorWorld

  constructor(port: VendorWorld) {
    this.port = port
  }

  count(now: number): void {
    this.port.world.limiter.tally(NAME, HOUR, DAY, now)
  }

  used(now: number): number {
    return this.port.world.limiter.tallied(NAME, HOUR, DAY, now)
  }
}
