import type { Call } from '../call.js'
import type { LiveCredential } from '../credential-rules.js'

type LiveRules = LiveCredential

/** Stage 3: a live credential is refused before anything of the request is kept. */
export function refuseLive(call: Call): void {
  const { credentials, errors } = call.vendor.definition
  if (!credentials.live) return
  const kinds = 'hint' in credentials.live ? [credentials.live] : credentials.live
  if (!kinds.some((kind) => holdsLive(call, kind))) return
  call.withheld = true
  call.credential = undefined
  call.requestId = call.vendor.definition.wire.requestId(call.sandbox.withheldIds)
  throw errors.problem({ kind: 'live-credential' }, call)
}

function holdsLive(call: Call, live: LiveRules): boolean {
  const { headers, target, body } = call.exchange
  // `search`, since `test` remembers where a global pattern was.
  const suspicious = (text: string) => text.includes(live.hint) && text.search(live.pattern) >= 0
  if (call.credential && suspicious(call.credential)) return true
  // A part of a batch has the headers of the whole, which were looked through.
  for (const name in call.parent ? undefined : headers) {
    const value = headers[name]
    if (typeof value === 'string' ? suspicious(value) : value?.some(suspicious)) return true
  }
  if (suspicious(target) || hidesLive(target, live)) return true
  if (body.length === 0) return false
  // What was decoded is a text already; of anything else the bytes are looked through.
  if (call.codec !== 'none' && call.codec !== 'multipart' && call.codec !== 'bytes' && call.bodyText !== '') {
    return suspicious(call.bodyText) || hidesLive(call.bodyText, live)
  }
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return bytes.includes(live.hint) && suspicious(bytes.toString())
}

/** How far around a hint a credential can reach, in characters, each written in six. */
const REACH = 1200

/** Whether one stands there with its characters written in other ways: in a form, in JSON, in XML. */
function hidesLive(text: string, live: LiveRules): boolean {
  if (!text.includes('%') && !text.includes('\\u00') && !text.includes('&#')) return false
  for (const { index } of text.matchAll(writtenOtherwise(live.hint))) {
    const around = text.slice(Math.max(0, index - REACH), index + REACH)
    if (plain(around).search(live.pattern) >= 0) return true
  }
  return false
}

const hints = new Map<string, RegExp>()

/** A hint each of whose characters may be escaped. */
function writtenOtherwise(hint: string): RegExp {
  let found = hints.get(hint)
  if (!found) {
    const each = [...hint].map((character) => {
      const code = character.charCodeAt(0)
      const hex = code.toString(16).padStart(2, '0')
      return `(?:${character}|%${hex}|\\\\u00${hex}|&#x${hex};|&#${code};)`
    })
    found = new RegExp(each.join(''), 'gi')
    hints.set(hint, found)
  }
  return found
}

const ESCAPED = /%([2-7][0-9a-f])|\\u00([2-7][0-9a-f])|&#x([0-9a-f]{2});|&#(\d{2,3});/gi

function plain(text: string): string {
  return text.replace(ESCAPED, (_, form?: string, json?: string, hex?: string, decimal?: string) =>
    String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(form ?? json ?? hex ?? '', 16)),
  )
}
