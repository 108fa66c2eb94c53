import type { LimitRules } from '../../src/engine/kit.js'
import { tooMany } from './faults.js'
import { placeOf } from './place.js'
import type { WorkdayWorld } from './world.js'

const NAME = 'workday requests'

/** So many requests of a tenant in so many seconds. */
interface Throttle {
  readonly requests: number
  readonly seconds: number
}

/**
 * How many requests a tenant takes, on all faces together. Workday publishes no figures, and those that others tell contradict each
 * other, so there is no limit unless the setting `throttle` makes one.
 * @throws 429 with Retry-After @source facts B6 (read 2026-11-24) @unverified all of it: policy of this sandbox
 */
export const limits: LimitRules<WorkdayWorld> = {
  check: (call, world) => {
    const throttle = throttleOf(world)
    if (!throttle || !call.caller) return
    const [now, window] = [world.now(), throttle.seconds * 1000]
    if (world.port.world.limiter.take(NAME, throttle.requests, window, now)) return
    throw tooMany(placeOf(call), Math.max(1, Math.ceil((window - (now % window)) / 1000)))
  },
  view: (world) => {
    const throttle = throttleOf(world)
    if (!throttle) return []
    const used = world.port.world.limiter.used(NAME, world.now())
    return [{ name: 'requests of the tenant', used, limit: throttle.requests, window: throttle.seconds * 1000 }]
  },
}

function throttleOf(world: WorkdayWorld): Throttle | undefined {
  return world.setting('throttle') as Throttle | undefined
}
