import type { Call } from '../../src/engine/kit.js'

/** Which of Workday's faces a path belongs to: each writes its bodies and its errors in its own way. */
export type Place = 'rest' | 'wql' | 'soap' | 'report' | 'oauth' | 'page'

export function placeOf({ path }: Pick<Call, 'path'>): Place {
  if (path.startsWith('/ccx/api/wql/')) return 'wql'
  if (path.startsWith('/ccx/api/')) return 'rest'
  if (path.startsWith('/ccx/service/customreport2/')) return 'report'
  if (path.startsWith('/ccx/service/')) return 'soap'
  if (path.startsWith('/ccx/oauth2/')) return 'oauth'
  return 'page'
}

/**
 * The path that is meant, of the forms in use: with and without `/ccx`, an API without its service's name (the older common one),
 * a SOAP service without its version, an ending slash. @source facts B1 (read 2026-11-23)
 */
export function meantPath(sent: string): string {
  let path = sent.replace(/\/{2,}/g, '/')
  if (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1)
  if (/^\/(?:api|service|oauth2)\//.test(path)) path = `/ccx${path}`
  path = path.replace(/^\/ccx\/api\/v1\//, '/ccx/api/common/v1/')
  const soap = /^\/ccx\/service\/[^/]+\/[A-Z][A-Za-z]*(?:_[A-Z][A-Za-z]*)*$/.test(path)
  return soap ? `${path}/${UNVERSIONED}` : path
}

/** Stands for the version where a SOAP path has none. */
const UNVERSIONED = 'v26.1'

/** The tenant that a path names. */
export function tenantOf(path: string): string | undefined {
  const [, afterApi] = /^\/ccx\/api\/[^/]+\/v\d+\/([^/]+)/.exec(path) ?? []
  const [, afterService] = /^\/ccx\/(?:service\/customreport2|service|oauth2)\/([^/]+)/.exec(path) ?? []
  const [, first] = /^\/([^/]+)\/authorize$/.exec(path) ?? []
  return afterApi ?? afterService ?? first
}
