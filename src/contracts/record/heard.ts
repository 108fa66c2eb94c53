import type { ObservedExchange } from '../../index.js'

/** A request with its answer, its bodies read as far as they can be. */
export interface Heard {
  readonly source: ObservedExchange
  readonly method: string
  /** Still percent-encoded, as it was sent. */
  readonly path: string
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly request: Content | undefined
  readonly status: number
  readonly responseHeaders: Readonly<Record<string, string>>
  readonly response: Content | undefined
}

export interface Content {
  readonly type: string
  readonly text: string
  /** What JSON says; undefined for other types. */
  readonly json?: unknown
  /** What a form says. */
  readonly form?: readonly (readonly [name: string, value: string])[]
}

/** Undefined for what had no answer, or one that is a stream and was not kept. */
export function hear(source: ObservedExchange): Heard | undefined {
  const { exchange, outcome } = source
  if (outcome.kind !== 'reply') return undefined
  const [path = '', query = ''] = split(exchange.target)
  const requestHeaders = flat(exchange.headers)
  const responseHeaders = flat(outcome.headers)
  const streamed = typeof outcome.body !== 'string' && !(outcome.body instanceof Uint8Array)
  return {
    source,
    method: exchange.method,
    path,
    query: [...new URLSearchParams(query)],
    requestHeaders,
    request: contentOf(requestHeaders['content-type'], exchange.body),
    status: outcome.status,
    responseHeaders,
    response: streamed ? undefined : contentOf(responseHeaders['content-type'], outcome.body as string | Uint8Array),
  }
}

export function contentOf(type: string | undefined, body: string | Uint8Array): Content | undefined {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8')
  if (text === '') return undefined
  const known = type ?? (/^\s*[[{]/.test(text) ? 'application/json' : 'text/plain')
  if (/json/i.test(known)) {
    try {
      return { type: known, text, json: JSON.parse(text) }
    } catch {
      return { type: known, text }
    }
  }
  if (/x-www-form-urlencoded/i.test(known)) return { type: known, text, form: [...new URLSearchParams(text)] }
  return { type: known, text }
}

function split(target: string): string[] {
  const at = target.indexOf('?')
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)]
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) out[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return out
}
