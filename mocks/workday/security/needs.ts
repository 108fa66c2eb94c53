import type { Permission } from './rows.js'

/** The kinds of what is granted in a tenant. */
export const NEED = {
  scope: 'functional area',
  domain: 'domain permission',
  organization: 'organization',
} as const

export function userHolder(user: string): string {
  return `user ${user}`
}

export function clientHolder(client: string): string {
  return `client ${client}`
}

/** Of several domains, any of which would do: `A or B: Get`. */
export function domainNeed(domain: string, permission: Permission): string {
  return `${domain}: ${permission}`
}
