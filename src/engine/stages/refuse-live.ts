import type { Call } from '../call.js'

/** Stage 3: a live credential is refused before anything of the request is kept. */
export function refuseLive(call: Call): void {
  const { credentials, errors } = call.vendor.definition
  if (!credentials.live || !holdsLive(call, credentials.live)) return
  call.withheld = true
  call.credential = undefined
  call.requestId = call.vendor.definition.wire.requestId(call.sandbox.anonymousIds)
  throw errors.problem({ kind: 'live-credential' }, call)
}

function holdsLive(call: Call, live: { readonly hint: string; readonly pattern: RegExp }): boolean {
  const { headers, target, body } = call.exchange
  // `search`, since `test` remembers where a global pattern was.
  const suspicious = (text: string) => text.includes(live.hint) && text.search(live.pattern) >= 0
  if (call.credential && suspicious(call.credential)) return true
  for (const name in headers) {
    const value = headers[name]
    if (typeof value === 'string' ? suspicious(value) : value?.some(suspicious)) return true
  }
  if (suspicious(target) || (target.includes('%') && suspicious(plain(target)))) return true
  if (body.length === 0) return false
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (bytes.includes(live.hint) && suspicious(bytes.toString())) return true
  return ESCAPED.test(call.bodyText) && suspicious(plain(call.bodyText))
}

/** Characters written in other ways, in a form, in JSON, in XML. */
const ESCAPED = /%[2-7][0-9a-f]|\\u00[2-7][0-9a-f]|&#(?:x[0-9a-f]{2}|\d{2,3});/i
const EACH_ESCAPED = /%([2-7][0-9a-f])|\\u00([2-7][0-9a-f])|&#x([0-9a-f]{2});|&#(\d{2,3});/gi

function plain(text: string): string {
  return text.replace(EACH_ESCAPED, (_, form?: string, json?: string, hex?: string, decimal?: string) =>
    String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(form ?? json ?? hex ?? '', 16)),
  )
}
