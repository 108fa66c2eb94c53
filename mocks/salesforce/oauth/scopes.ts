/**
 * What a connected app may ask for. `refresh_token` and `offline_access` are one and the same.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm (read 2026-11)
 */
const SCOPES = [
  'address',
  'api',
  'cdp_ingest_api',
  'cdp_profile_api',
  'cdp_query_api',
  'chatter_api',
  'content',
  'custom_permissions',
  'email',
  'full',
  'id',
  'lightning',
  'offline_access',
  'openid',
  'pardot_api',
  'phone',
  'profile',
  'refresh_token',
  'sfap_api',
  'visualforce',
  'web',
] as const

const KNOWN: ReadonlySet<string> = new Set(SCOPES)

/** The scopes in a request's text, or undefined where one is unknown. */
export function parseScopes(text: string): string[] | undefined {
  const scopes = [...new Set(text.split(/[\s,+]+/).filter((scope) => scope !== ''))]
  return scopes.every((scope) => KNOWN.has(scope)) ? scopes : undefined
}

/** Whether what was granted includes a scope: `full` stands for all but the refresh token. */
export function includesScope(granted: readonly string[], scope: string): boolean {
  if (granted.includes(scope)) return true
  if (scope === 'refresh_token') return granted.includes('offline_access')
  return scope !== 'offline_access' && granted.includes('full')
}

/** What a person reads on the consent page. */
export function describeScope(scope: string): string {
  return DESCRIPTIONS[scope] ?? `Access ${scope.replaceAll('_', ' ')}`
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  api: 'Manage user data via APIs',
  full: 'Full access',
  id: 'Access the identity URL service',
  profile: 'Access your basic information',
  email: 'Access your email address',
  address: 'Access your address',
  phone: 'Access your phone number',
  openid: 'Access unique user identifiers',
  refresh_token: 'Perform requests at any time',
  offline_access: 'Perform requests at any time',
  web: 'Manage user data via web browsers',
  chatter_api: 'Access Chatter feeds',
  visualforce: 'Access Visualforce applications',
  content: 'Access content resources',
  lightning: 'Access Lightning applications',
  custom_permissions: 'Access custom permissions',
}
