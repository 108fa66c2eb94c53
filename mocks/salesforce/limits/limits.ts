import type { Call, LimitRules } from '../../../src/engine/kit.js'
import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { allowance } from './allowances.js'
import { COUNTED, usedOf } from './used.js'

/** A request is long-running from here on, in milliseconds; so many may be at a time in a Developer Edition. */
const LONG = 20_000
const MOST_LONG = 5
const SLOT = 'salesforce long-running'
const DAY = 24 * 3_600_000
const QUERY_JOBS = 'POST /services/data/{version}/jobs/query'

/**
 * Requests and query jobs of the last 24 hours, and long-running requests at a time. There is no 429 and no Retry-After: Salesforce says 403.
 * @unverified the answer to a query job too many
 * @throws REQUEST_LIMIT_EXCEEDED (403) "TotalRequests Limit exceeded.", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."
 * @source https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm (read 2026-11)
 */
export const limits: LimitRules<SalesforceWorld> = {
  check: (call, world) => {
    if (!call.caller) return
    if (world.usage.used(world.port.now()) > allowance(world, 'DailyApiRequests')) {
      throw fail(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')
    }
    if (
      call.operation?.key === QUERY_JOBS &&
      usedOf(world, 'DailyBulkV2QueryJobs') >= allowance(world, 'DailyBulkV2QueryJobs')
    ) {
      throw fail(403, 'REQUEST_LIMIT_EXCEEDED', 'DailyBulkV2QueryJobs Limit exceeded.')
    }
    if (call.delay < longFrom(world)) return
    if (!world.port.world.limiter.enter(SLOT, mostLong(world))) {
      throw fail(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.')
    }
    call.notes.longRunning = true
  },
  release: (call, world) => {
    if (call.notes.longRunning) world.port.world.limiter.leave(SLOT)
  },
  view: (world) => [
    ...COUNTED.map((name) => ({ name, used: usedOf(world, name), limit: allowance(world, name), window: DAY })),
    { name: 'ConcurrentRequests', used: world.port.world.limiter.running(SLOT), limit: mostLong(world) },
  ],
}

/** Counts a request and notes what Sforce-Limit-Info says of it. */
export function countRequest(call: Call, world: SalesforceWorld): void {
  const now = world.port.now()
  world.usage.count(now)
  call.notes.limitInfo = `api-usage=${world.usage.used(now)}/${allowance(world, 'DailyApiRequests')}`
}

/** The setting `limits.ConcurrentRequests`. */
function mostLong(world: SalesforceWorld): number {
  return allowance(world, 'ConcurrentRequests') || MOST_LONG
}

/** The setting `longRunning`, in milliseconds, spares a test the twenty seconds. */
function longFrom(world: SalesforceWorld): number {
  const set = world.setting('longRunning')
  return typeof set === 'number' ? set : LONG
}
