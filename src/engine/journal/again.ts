import { inAMoment } from '../time/in-a-moment.js'
import type { World } from '../world/world.js'
import { isNotWritten } from './errors.js'
import { repeatCutAttempts } from './repeat-attempts.js'

const UNKEPT =
  'What came of this could not be written down; it may have arrived. It is repeated with the same event id.'

/** Sends a delivery, and again in a moment where what came of it could not be written down. */
export async function attemptKept(
  world: World,
  id: string,
  attempt: () => Promise<void>,
  again: () => void,
): Promise<void> {
  try {
    await attempt()
  } catch (error) {
    if (isNotWritten(error)) inAMoment(() => retry(world, id, again))
    throw error
  }
}

function retry(world: World, id: string, again: () => void): void {
  const { keeper } = world
  if (!keeper || world.closed) return
  const at = keeper.tries.get(id)
  try {
    if (at !== undefined) repeatCutAttempts(world, new Map([[id, at]]), UNKEPT)
  } catch {
    // Nothing can be written still.
    inAMoment(() => retry(world, id, again))
    return
  }
  again()
}
