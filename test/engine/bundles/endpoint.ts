import type { DeliveryAnswer } from '../../../src/engine/events/delivery.js'
import type { Random } from '../../../src/engine/world/random.js'

/** An endpoint that is often down, and often fails. */
export async function endpointAnswer(chance: Random): Promise<DeliveryAnswer> {
  const luck = chance.fraction()
  if (luck < 0.2) throw Object.assign(new Error('nobody'), { code: 'ECONNREFUSED' })
  return { status: luck < 0.5 ? 500 : 200, body: 'ok' }
}

/** An answer's JSON; nothing where it is none. */
export function parsed(text: string): { readonly id?: string } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
