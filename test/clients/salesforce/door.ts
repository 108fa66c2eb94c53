import { createRequire } from 'node:module'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { org } from '../../mocks/salesforce/support/org.js'

/** jsforce, as far as these tests use it. */
export interface Jsforce {
  readonly Connection: new (options: Record<string, unknown>) => JsforceConnection
  readonly OAuth2: new (options: Record<string, unknown>) => JsforceOAuth2
}

export interface JsforceConnection {
  readonly accessToken?: string
  readonly instanceUrl: string
  readonly userInfo?: { readonly id: string; readonly organizationId: string }
  readonly limitInfo: { readonly apiUsage?: { readonly used: number; readonly limit: number } }
  readonly bulk2: {
    pollInterval: number
    pollTimeout: number
    loadAndWaitForResults(options: Record<string, unknown>): Promise<{
      readonly successfulResults: Record<string, string>[]
      readonly failedResults: Record<string, string>[]
      readonly unprocessedRecords: Record<string, string>[]
    }>
    query(soql: string): Promise<{ toArray(): Promise<Record<string, string>[]> }>
  }
  authorize(params: Record<string, unknown> | string): Promise<{ readonly id: string; readonly organizationId: string }>
  login(user: string, password: string): Promise<{ readonly id: string }>
  identity(): Promise<{ readonly username: string }>
  logout(): Promise<void>
  limits(): Promise<Record<string, { readonly Max: number }>>
  on(event: string, listener: (token: string) => void): void
  requestPost<T>(url: string, body: unknown): Promise<T>
  sobject(name: string): { create(records: unknown, options?: unknown): Promise<unknown> }
}

export interface JsforceOAuth2 {
  getAuthorizationUrl(params: Record<string, string>): string
  requestToken(code: string): Promise<{ readonly access_token: string; readonly refresh_token: string }>
  refreshToken(token: string): Promise<{ readonly access_token: string }>
  revokeToken(token: string): Promise<void>
}

/** The client, where it is installed; without it these tests are skipped, which the reporter shows. */
export function loadJsforce(): Jsforce | undefined {
  try {
    return createRequire(import.meta.url)('jsforce') as Jsforce
  } catch {
    return undefined
  }
}

/** An org behind a port, with a clock that runs. */
export async function openOrg(settings: Readonly<Record<string, unknown>> = {}) {
  const acme = await org(settings, { frozen: false })
  const door = await createNodeDoor({
    handle: acme.sandbox.handle,
    vendor: 'salesforce',
    bodyLimit: acme.sandbox.bodyLimitOf,
  })
  const close = async () => {
    await door.close()
    acme.sandbox.close()
  }
  return { ...acme, url: door.url, close }
}
