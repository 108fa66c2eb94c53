import type { Call, Codec, WireRules } from '../../src/engine/kit.js'
import type { SalesforceWorld } from './world.js'
import { toXml } from './xml.js'

/** JSON both ways, forms for OAuth, CSV for bulk data, XML where it is asked for. @source facts A3 (read 2026-11-23) */
export const wire: WireRules<SalesforceWorld> = {
  locate: (sent, call) => meant(sent, call),
  codec: (contentType, call) => codecOf(contentType, call),
  requestId: (random) => random.hex(32),
  ignoresUnknownQuery: true,
  encode: (body, call) =>
    call.notes.format === 'xml'
      ? { contentType: 'application/xml;charset=UTF-8', text: toXml(Array.isArray(body) ? 'result' : 'Result', body) }
      : { contentType: 'application/json;charset=UTF-8', text: JSON.stringify(body) },
  headers: (call) => ({
    'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    Vary: 'Accept-Encoding',
    'X-SFDC-Request-Id': call.requestId,
    ...limitInfo(call),
  }),
}

/** What the limits noted of this request: `api-usage=18/15000`. */
function limitInfo(call: Call): Record<string, string> {
  const info = call.notes.limitInfo
  return typeof info === 'string' ? { 'Sforce-Limit-Info': info } : {}
}

/**
 * Doubled and trailing slashes do not count, `.json` and `.xml` at the end choose the format, and a POST may stand for a method
 * that a proxy does not let through. @source facts A3 (read 2026-11-23)
 */
function meant(sent: { readonly method: string; readonly path: string }, call: Call): { method: string; path: string } {
  let path = sent.path.replace(/\/{2,}/g, '/')
  if (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1)
  if (path.startsWith('/services/data/')) {
    const suffix = /\.(json|xml)$/.exec(path)
    if (suffix) {
      path = path.slice(0, -suffix[0].length)
      call.notes.format = suffix[1]
    } else if (/^application\/xml\b/.test(call.header('accept') ?? '')) call.notes.format = 'xml'
  }
  return { method: methodOf(sent.method, call), path }
}

function methodOf(method: string, call: Call): string {
  if (method !== 'POST') return method
  const other = call.header('x-http-method-override') ?? /(?:^|&)_HttpMethod=(\w+)/i.exec(call.rawQuery)?.[1]
  return other && /^(?:PATCH|DELETE|PUT|GET)$/i.test(other) ? other.toUpperCase() : method
}

function codecOf(contentType: string | undefined, call: Call): Codec {
  const type = contentType?.toLowerCase() ?? ''
  if (type.startsWith('multipart/form-data')) return 'multipart'
  if (type.includes('csv')) return 'bytes'
  if (type.includes('xml')) return 'xml'
  if (type.includes('x-www-form-urlencoded')) return 'form'
  if (call.path.startsWith('/services/oauth2/')) return 'form'
  return 'json'
}
