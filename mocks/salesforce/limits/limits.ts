import type { Call, LimitRules } from '../../../src/engine/kit.js'
import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { allowance } from './allowances.js'

/** A request is long-running from here on, in milliseconds; so many may be at a time in a Developer Edition. */
const LONG = 20_000
const MOST_LONG = 5
const SLOT = 'salesforce long-running'

/**
 * Requests of the last 24 hours, and long-running ones at a time. There is no 429 and no Retry-After: Salesforce says 403.
 * @throws REQUEST_LIMIT_EXCEEDED (403) "TotalRequests Limit exceeded.", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."
 * @source https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm (read 2026-11)
 */
export const limits: LimitRules<SalesforceWorld> = {
  check: (call, world) => {
    if (!call.caller) return
    if (world.usage.used(world.port.now()) > allowance(world, 'DailyApiRequests')) {
      throw fail(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')
    }
    if (call.delay < longFrom(world)) return
    if (!world.port.world.limiter.enter(SLOT, MOST_LONG)) {
      throw fail(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.')
    }
    call.notes.longRunning = true
  },
  release: (call, world) => {
    if (call.notes.longRunning) world.port.world.limiter.leave(SLOT)
  },
}

/** Counts a request and notes what Sforce-Limit-Info says of it. */
export function countRequest(call: Call, world: SalesforceWorld): void {
  const now = world.port.now()
  world.usage.count(now)
  call.notes.limitInfo = `api-usage=${world.usage.used(now)}/${allowance(world, 'DailyApiRequests')}`
}

/** The setting `longRunning`, in milliseconds, spares a test the twenty seconds. */
function longFrom(world: SalesforceWorld): number {
  const set = world.setting('longRunning')
  return typeof set === 'number' ? set : LONG
}
