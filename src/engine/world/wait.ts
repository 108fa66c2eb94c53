import type { Emitted } from '../events/emitted.js'
import type { Waiter, World } from './world.js'

/** Resolves on the next event in a world that fits, or after a time on its clock, or when the client goes. */
export function waitIn(
  world: World,
  fits: (event: Emitted) => boolean,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Emitted | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      world.waiters.delete(waiter)
      world.parked.delete(gone)
      cancel()
      signal?.removeEventListener('abort', gone)
    }
    const finish = (event?: Emitted) => {
      stop()
      resolve(event)
    }
    const waiter: Waiter = (event) => {
      try {
        if (fits(event)) finish(event)
      } catch (error) {
        // It is this waiter's failure, not that of the request which made the event.
        stop()
        reject(error)
      }
    }
    const gone = () => finish()
    const cancel = world.scheduler.at(world.clock.now() + timeout, gone)
    world.waiters.add(waiter)
    world.parked.add(gone)
    signal?.addEventListener('abort', gone, { once: true })
    if (signal?.aborted || world.closed) finish()
  })
}
