import type { SalesforceWorld } from '../world.js'

/**
 * What a Developer Edition org is allowed, by the names of /limits.
 * @source https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm (read 2026-11)
 * @unverified the figures beside DailyApiRequests, the bulk ones and the streaming one
 */
export const ALLOWANCES: Readonly<Record<string, number>> = {
  ActiveScratchOrgs: 3,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyScratchOrgs: 6,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 10,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyPublishedPlatformEvents: 50_000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 50,
  MassEmail: 10,
  MonthlyPlatformEvents: 10_000,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20,
}

/**
 * Limits that /limits does not list. Requests of 20 seconds and more at a time, transactions of 5 seconds and more at a time, people
 * and things that a query of activities may be about.
 * @source https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm (read 2026-11)
 */
export const UNLISTED: Readonly<Record<string, number>> = {
  ConcurrentApiRequests: 5,
  ConcurrentLongTransactions: 10,
  DistinctWhoWhat: 100_000,
}

/** All that `settings.salesforce.limits` may set. */
export const LIMIT_NAMES: readonly string[] = [...Object.keys(ALLOWANCES), ...Object.keys(UNLISTED)]

/** Whether the configuration sets a limit. */
export function isConfigured(world: SalesforceWorld, name: string): boolean {
  return typeof configured(world, name) === 'number'
}

function configured(world: SalesforceWorld, name: string): unknown {
  const settings = world.setting('limits')
  return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[name] : undefined
}

/** The most of a limit: what `settings.salesforce.limits` says, or what the edition has. */
export function allowance(world: SalesforceWorld, name: string): number {
  const set = configured(world, name)
  return typeof set === 'number' ? set : (ALLOWANCES[name] ?? UNLISTED[name] ?? 0)
}
