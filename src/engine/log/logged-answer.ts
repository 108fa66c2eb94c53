import type { OutcomeHeaders } from '../exchange.js'
import type { Redactor } from '../redact.js'
import type { Entry } from './entry.js'
import { BEYOND, LONGEST_BODY, shown } from './request-log.js'

/**
 * An answer in the log. Its body is made presentable when it is first read: it holds what the world holds anyway, and most
 * are never looked at. (What a client sent is redacted at once.)
 */
export function loggedAnswer(headers: OutcomeHeaders, body: unknown, redactor: Redactor): Entry['response'] {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    return { headers: redactor.headers(headers), body: '[a stream]', size: 0 }
  }
  // A getter that named the body would keep the whole of it for as long as the entry lives.
  const whole = body.length
  let source: string | Uint8Array | undefined = kept(body)
  let text = ''
  let shownHeaders: Readonly<Record<string, string>> | undefined
  return {
    size: source.length,
    get headers() {
      shownHeaders ??= redactor.headers(headers)
      return shownHeaders
    },
    get body() {
      if (source !== undefined) {
        text = shown(typeof source === 'string' ? source : Buffer.from(source).toString(), redactor, whole)
        source = undefined
      }
      return text
    },
  }
}

/** Of a long body its beginning, copied, since a slice would hold the whole in memory. */
function kept(body: string | Uint8Array): string | Uint8Array {
  if (body.length <= LONGEST_BODY) return body
  const beginning = body.slice(0, LONGEST_BODY + BEYOND)
  return Buffer.from(beginning as string).toString()
}
