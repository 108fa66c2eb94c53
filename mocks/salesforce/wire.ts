import type { Call, Codec, WireRules } from '../../src/engine/kit.js'
import { fail } from './errors.js'
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
  checkLength(call)
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

/** Bytes that a URI may have, and it and the headers together. @source facts A9 (read 2026-11-23) */
const LONGEST = 16_384

/** @throws URI_TOO_LONG (414), REQUEST_HEADER_FIELDS_TOO_LARGE (431) @unverified codes and words */
function checkLength({ exchange }: Call): void {
  const { target, headers } = exchange
  if (target.length > LONGEST) {
    throw fail(414, 'URI_TOO_LONG', `The length of the URI exceeds the ${LONGEST} byte limit`)
  }
  let length = target.length
  for (const name in headers) length += name.length + String(headers[name]).length
  if (length <= LONGEST) return
  const message = `The combined length of the URI and headers exceeds the ${LONGEST} byte limit`
  throw fail(431, 'REQUEST_HEADER_FIELDS_TOO_LARGE', message)
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
  if (UNREADABLE.test(type) && call.path.startsWith('/services/data/')) throw unsupported(type)
  return 'json'
}

/** Types of a body in which no record can be. */
const UNREADABLE = /^(?:image|audio|video)\/|^text\/(?:plain|html)|^application\/(?:octet-stream|pdf|zip)/

/** @unverified the words */
function unsupported(type: string) {
  const message = `Content-Type ${type} is not supported. Use application/json`
  return fail(415, 'UNSUPPORTED_MEDIA_TYPE', message)
}
