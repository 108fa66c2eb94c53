import type { DeliveryRow } from '../events/delivery.js'
import type { WorldKeeper } from './world-keeper.js'

/** Nobody hears of what might be forgotten, and one who may have heard twice is told of after a restart. */
export async function keepAttempt(keeper: WorldKeeper, row: DeliveryRow): Promise<void> {
  keeper.attempt(row)
  await keeper.durable()
}
