import type { Call } from '../call.js'
import { decodeForm } from '../decode/form.js'
import { decodeMultipart } from '../decode/multipart.js'
import { decodeXml } from '../decode/xml.js'
import { BODY_LIMIT } from '../exchange.js'
import type { Problem } from '../problem.js'
import type { Codec } from '../vendor.js'

const DEEPEST_JSON = 200
const LONGEST_DETAIL = 300
const QUOTE = 34
const BACKSLASH = 92

/** Stage 2: query and body as data, and the credential wherever this vendor puts it. What cannot be read is told at `route`. */
export function decode(call: Call): void | Promise<void> {
  const { definition } = call.vendor
  if (call.rawQuery) attempt(call, () => (call.query = decodeForm(call.rawQuery)))
  const { body } = call.exchange
  const limit = body.length > BODY_LIMIT ? call.sandbox.bodyLimitOf(call.exchange) : BODY_LIMIT
  if (body.length > limit) {
    call.problem = { kind: 'too-large', limit }
  } else if (body.length > 0) {
    const contentType = call.header('content-type')
    const codec = definition.wire.codec(contentType, call)
    if (codec === 'multipart') return decodeMultipartInto(call, contentType ?? '')
    call.codec = codec
    if (codec !== 'none') attempt(call, () => read(call, codec))
  }
  finish(call)
}

function finish(call: Call): void {
  const { wire, credentials } = call.vendor.definition
  if (call.operations.length > 1) {
    const variant = wire.discriminate?.(call)
    call.choose(call.operations.find((operation) => operation.variant === variant))
  }
  call.credential = credentials.find(call)
}

function read(call: Call, codec: Exclude<Codec, 'none' | 'multipart'>): void {
  if (codec === 'bytes') {
    call.body = call.exchange.body
    return
  }
  const { body } = call.exchange
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
  call.bodyText = text
  if (codec === 'form') call.body = decodeForm(text)
  else if (codec === 'json') call.body = parseJson(text)
  else if (codec === 'xml') call.body = decodeXml(text)
  else call.body = text
}

async function decodeMultipartInto(call: Call, contentType: string): Promise<void> {
  call.codec = 'multipart'
  call.bodyText = '[multipart]'
  try {
    call.body = await decodeMultipart(call.exchange.body, contentType)
  } catch (error) {
    call.problem = malformed(error)
  }
  finish(call)
}

function parseJson(text: string): unknown {
  // A reviver would be slow, and a deep document would end the stack later on.
  if (text.length > DEEPEST_JSON && deeperThan(DEEPEST_JSON, text)) {
    throw new Error(`The JSON is nested more than ${DEEPEST_JSON} deep.`)
  }
  return JSON.parse(text)
}

/** Counts brackets outside of strings. */
function deeperThan(limit: number, text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i + 1)
    else if (code === 91 || code === 123) {
      if (++depth > limit) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}

function endOfString(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === QUOTE) return i
  }
  return text.length
}

function attempt(call: Call, work: () => void): void {
  try {
    work()
  } catch (error) {
    call.problem = malformed(error)
  }
}

/** A parser's message may quote all that it was given. */
function malformed(error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error)
  return { kind: 'malformed', detail: said.length > LONGEST_DETAIL ? `${said.slice(0, LONGEST_DETAIL)}...` : said }
}
