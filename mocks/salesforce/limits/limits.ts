import type { Call, LimitRules } from '../../../src/engine/kit.js'
import { wordsOf } from '../error-codes.js'
import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { allowance } from './allowances.js'
import { bulkBatches, bulkQueryJobs } from './bulk-usage.js'
import { storageUsed } from './storage.js'

/** A request is long-running from here on, in milliseconds. */
const LONG_REQUEST = 20_000
/** A transaction that changes something is a long one from here on, in milliseconds. */
const LONG_TRANSACTION = 5_000

/** What is taken while a request runs, and the limit of how many may have it at a time. */
const SLOTS = {
  ConcurrentRequests: 'ConcurrentApiRequests',
  ConcurrentPerOrgLongTxn: 'ConcurrentLongTransactions',
} as const

type Slot = keyof typeof SLOTS

const ALL_SLOTS: readonly Slot[] = ['ConcurrentRequests', 'ConcurrentPerOrgLongTxn']

const DAY = 24 * 3_600_000
/** What is counted over the last 24 hours. */
const COUNTED: readonly (readonly [name: string, used: (world: SalesforceWorld) => number])[] = [
  ['DailyApiRequests', (world) => world.usage.used(world.port.now())],
  ['DailyBulkApiBatches', bulkBatches],
  ['DailyBulkV2QueryJobs', bulkQueryJobs],
]

/**
 * Requests of the last 24 hours, and long-running ones at a time. There is no 429 and no Retry-After: Salesforce says 403.
 * @throws REQUEST_LIMIT_EXCEEDED (403) "TotalRequests Limit exceeded.", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
 * "ConcurrentPerOrgLongTxn Limit exceeded"
 * @source https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm (read 2026-11)
 * @unverified that a request which changes records counts as a long transaction: in life it is the Apex in it that does
 */
export const limits: LimitRules<SalesforceWorld> = {
  check: (call, world) => {
    if (!call.caller) return
    if (world.usage.used(world.port.now()) > allowance(world, 'DailyApiRequests')) throw exceeded('TotalRequests')
    for (const slot of slotsOf(call, world)) {
      if (!world.port.world.limiter.enter(nameOf(slot), allowance(world, SLOTS[slot]))) throw exceeded(slot)
      call.notes[nameOf(slot)] = true
    }
  },
  release: (call, world) => {
    for (const slot of ALL_SLOTS) {
      if (call.notes[nameOf(slot)]) world.port.world.limiter.leave(nameOf(slot))
    }
  },
  view: (world) => [
    ...COUNTED.map(([name, used]) => ({ name, used: used(world), limit: allowance(world, name), window: DAY })),
    { name: 'DataStorageMB', used: Math.ceil(storageUsed(world)), limit: allowance(world, 'DataStorageMB') },
    ...ALL_SLOTS.map((slot) => ({
      name: SLOTS[slot],
      used: world.port.world.limiter.running(nameOf(slot)),
      limit: allowance(world, SLOTS[slot]),
    })),
  ],
}

/** Counts a request and notes what Sforce-Limit-Info says of it. */
export function countRequest(call: Call, world: SalesforceWorld): void {
  const now = world.port.now()
  world.usage.count(now)
  call.notes.limitInfo = `api-usage=${world.usage.used(now)}/${allowance(world, 'DailyApiRequests')}`
}

/** How long a request takes is known beforehand: it is a delay on purpose. */
function slotsOf(call: Call, world: SalesforceWorld): Slot[] {
  const slots: Slot[] = []
  if (call.delay >= milliseconds(world, 'longRunning', LONG_REQUEST)) slots.push('ConcurrentRequests')
  const changes = call.exchange.method !== 'GET' && call.exchange.method !== 'HEAD'
  if (changes && call.delay >= milliseconds(world, 'longTransaction', LONG_TRANSACTION)) {
    slots.push('ConcurrentPerOrgLongTxn')
  }
  return slots
}

/** A setting in milliseconds spares a test the seconds. */
function milliseconds(world: SalesforceWorld, name: string, usual: number): number {
  const set = world.setting(name)
  return typeof set === 'number' ? set : usual
}

function nameOf(slot: Slot): string {
  return `salesforce ${slot}`
}

function exceeded(what: string) {
  const words = wordsOf(what)
  return fail(403, 'REQUEST_LIMIT_EXCEEDED', words?.message ?? `${what} Limit exceeded.`)
}
