import type { Call, Codec, WireRules } from '../../src/engine/kit.js'
import { apiOf } from './api-of.js'
import { problem } from './errors.js'
import { selectFields } from './fields.js'
import type { MailchimpWorld } from './world.js'

/** JSON both ways, forms for OAuth and pages. Of Marketing's answers `fields` chooses the parts. @source facts A1 (read 2026-11-23) */
export const wire: WireRules<MailchimpWorld> = {
  locate: (sent, call) => meant(sent, call),
  codec: (contentType, call) => codecOf(contentType, call),
  requestId: (random) => random.uuid(),
  ignoresUnknownQuery: true,
  shape: (body, call) =>
    call.path.startsWith('/3.0') && call.exchange.method === 'GET' ? selectFields(body, call.query) : body,
  encode: (body) => ({ contentType: 'application/json; charset=utf-8', text: JSON.stringify(body) }),
  headers: (call, status) => ({
    'X-Request-Id': call.requestId,
    Server: 'nginx',
    ...(status >= 400 && call.path.startsWith('/3.0') && { Link: `<${schemaUrl(call)}>; rel="describedBy"` }),
  }),
}

function schemaUrl(call: Call): string {
  return `${call.origin}/schema/3.0/ProblemDetailDocument.json`
}

/**
 * Doubled and trailing slashes do not count; a Transactional path may name any version and the format of the answer; a Marketing
 * POST may stand for another method.
 * @throws Invalid Method Override (422)
 */
function meant(sent: { readonly method: string; readonly path: string }, call: Call): { method: string; path: string } {
  let path = sent.path.replace(/\/{2,}/g, '/')
  if (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1)
  const transactional = /^\/api\/(1\.\d)\/(.+?)(?:\.(json|xml|php|yaml))?$/.exec(path)
  if (transactional) {
    call.notes.version = transactional[1]
    call.notes.format = transactional[3] ?? 'json'
    return { method: sent.method, path: `/api/1.0/${transactional[2]}` }
  }
  const override = call.header('x-http-method-override')
  if (override === undefined || apiOf(path) !== 'marketing') return { method: sent.method, path }
  if (sent.method !== 'POST') call.notes.refused = problem('InvalidMethodOverride')
  return { method: sent.method === 'POST' ? override.toUpperCase() : sent.method, path }
}

const OPENING_BRACE = 0x7b

/** Marketing takes a body for JSON whatever it is called. */
function codecOf(contentType: string | undefined, call: Call): Codec {
  // The vendor's own examples send JSON with curl's -d, which calls it a form.
  if (apiOf(call.path) === 'transactional' && call.exchange.body[0] === OPENING_BRACE) return 'json'
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType ?? '') && !call.path.startsWith('/3.0')) return 'form'
  if (/^multipart\/form-data\b/i.test(contentType ?? '')) return 'multipart'
  return 'json'
}
