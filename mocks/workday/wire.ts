import type { Call, Codec, WireRules } from '../../src/engine/kit.js'
import { meantPath, placeOf } from './place.js'
import { rootOf } from './soap/root.js'
import type { WorkdayWorld } from './world.js'

/** JSON for REST and queries, XML for SOAP, forms for OAuth. @source facts A2, B4, B5 (read 2026-11-23) */
export const wire: WireRules<WorkdayWorld> = {
  locate: ({ method, path }) => ({ method, path: meantPath(path) }),
  codec: (contentType, call) => codecOf(contentType, call),
  discriminate: (call) => (placeOf(call) === 'soap' ? rootOf(call.body) : typeOf(call)),
  requestId: (random) => random.uuid(),
  ignoresUnknownQuery: true,
  encode: (body) => ({ contentType: 'application/json', text: JSON.stringify(body) }),
}

function codecOf(contentType: string | undefined, call: Call): Codec {
  const type = contentType?.toLowerCase() ?? ''
  if (type.startsWith('multipart/form-data')) return 'multipart'
  if (placeOf(call) === 'soap') return call.exchange.method === 'POST' ? 'xml' : 'none'
  return type.includes('x-www-form-urlencoded') || placeOf(call) === 'oauth' || placeOf(call) === 'page'
    ? 'form'
    : 'json'
}

/** Some paths are told apart by `?type=archive`. */
function typeOf(call: Call): string | undefined {
  return /(?:^|&)type=(\w+)/.exec(call.rawQuery)?.[1]
}
