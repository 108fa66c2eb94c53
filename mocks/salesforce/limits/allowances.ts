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

/** The most of a limit: what `settings.salesforce.limits` says, or what the edition has. */
export function allowance(world: SalesforceWorld, name: string): number {
  const settings = world.setting('limits')
  const set =
    typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[name] : undefined
  return typeof set === 'number' ? set : (ALLOWANCES[name] ?? 0)
}
