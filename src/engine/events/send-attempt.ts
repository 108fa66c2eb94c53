import type { World } from '../world/world.js'
import type { Attempt, DeliveryRequest, DeliveryRow } from './delivery.js'

/** Sends a delivery once, and says what came of it. `timeout` in milliseconds of wall time. */
export async function sendAttempt(
  world: World,
  row: DeliveryRow,
  make: () => DeliveryRequest,
  timeout: number,
): Promise<Attempt> {
  const at = world.clock.now()
  try {
    const answer = await world.sandbox.transport(make(), timeout)
    return { at, status: answer.status, ...(answer.body && { answer: answer.body }) }
  } catch (error) {
    const code = (error as { code?: unknown }).code
    return { at, error: typeof code === 'string' ? code : `${row.url}: ${String(error)}` }
  }
}
