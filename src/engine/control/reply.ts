import type { OutcomeHeaders, Reply } from '../exchange.js'
import type { FileAnswer } from './file-answer.js'
import type { HtmlAnswer } from './html-answer.js'
import type { PageFile } from './inspector-files.js'

/** On every answer: nothing is cached, framed, sniffed or shared with another origin. */
const ALWAYS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
}

const NO_SOURCES = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export function jsonReply(status: number, data: unknown, headers: OutcomeHeaders = {}): Reply {
  return {
    kind: 'reply',
    status,
    headers: {
      ...ALWAYS,
      'Content-Security-Policy': NO_SOURCES,
      'Content-Type': 'application/json; charset=utf-8',
      ...headers,
    },
    body: `${JSON.stringify(data, null, 2)}\n`,
  }
}

export function fileReply({ name, bytes }: FileAnswer): Reply {
  return {
    kind: 'reply',
    status: 200,
    headers: {
      ...ALWAYS,
      'Content-Security-Policy': NO_SOURCES,
      'Content-Type': 'application/gzip',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
    body: bytes,
  }
}

/** A refusal or a failure, in the one shape that all have. */
export function errorReply(
  status: number,
  error: { readonly code: string; readonly message: string; readonly remedy: string },
  headers: OutcomeHeaders = {},
): Reply {
  const { code, message, remedy } = error
  return jsonReply(status, { error: { code, message, remedy } }, headers)
}

/** @param styleHash of the page's one style element, as a CSP source */
export function pageReply(html: string, styleHash: string): Reply {
  return {
    kind: 'reply',
    status: 200,
    headers: {
      ...ALWAYS,
      'Content-Security-Policy': `${NO_SOURCES}; style-src '${styleHash}'`,
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: html,
  }
}

/** Files of its own, and nothing else: no text becomes a script, whatever a page does with it. */
const INSPECTOR_POLICY = [
  NO_SOURCES,
  "script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join('; ')

/** A file of the inspector. */
export function inspectorReply({ type, bytes }: PageFile): Reply {
  return {
    kind: 'reply',
    status: 200,
    headers: { ...ALWAYS, 'Content-Security-Policy': INSPECTOR_POLICY, 'Content-Type': type },
    body: bytes,
  }
}

/** A page of a command's; one that may be framed, by pages of this origin alone. */
export function htmlReply({ html, policy, framed }: HtmlAnswer): Reply {
  const sources = framed ? NO_SOURCES.replace("frame-ancestors 'none'", "frame-ancestors 'self'") : NO_SOURCES
  return {
    kind: 'reply',
    status: 200,
    headers: {
      ...ALWAYS,
      ...(framed && { 'X-Frame-Options': 'SAMEORIGIN' }),
      'Content-Security-Policy': `${sources}; ${policy}`,
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: html,
  }
}

export function streamReply(body: AsyncIterable<string>): Reply {
  return {
    kind: 'reply',
    status: 200,
    headers: {
      ...ALWAYS,
      'Content-Security-Policy': NO_SOURCES,
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    },
    body,
  }
}
