import type { Call } from '../call.js'

/** Stage 3: a live credential is refused before anything of the request is kept. */
export function refuseLive(call: Call): void {
  const { credentials, errors } = call.vendor.definition
  if (!credentials.live || !holdsLive(call, credentials.live)) return
  call.withheld = true
  call.credential = undefined
  throw errors.problem({ kind: 'live-credential' }, call)
}

function holdsLive(call: Call, live: { readonly hint: string; readonly pattern: RegExp }): boolean {
  const { headers, target, body } = call.exchange
  const suspicious = (text: string) => text.includes(live.hint) && live.pattern.test(text)
  if (call.credential && suspicious(call.credential)) return true
  for (const name in headers) {
    const value = headers[name]
    if (typeof value === 'string' ? suspicious(value) : value?.some(suspicious)) return true
  }
  if (suspicious(target) || (target.includes('%') && suspicious(unescaped(target)))) return true
  if (body.length === 0) return false
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (bytes.includes(live.hint) && live.pattern.test(bytes.toString())) return true
  return call.bodyText.includes('%5F') || call.bodyText.includes('%5f') ? suspicious(unescaped(call.bodyText)) : false
}

function unescaped(text: string): string {
  return text.replace(/%5f/gi, '_')
}
