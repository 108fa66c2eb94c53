import type { RulesByPath } from '../pact/pact-file.js'
import { one } from './body-rules.js'
import type { Examples } from './examples.js'

/** What the connection, the client's own version or a cache puts there: no contract is about it. */
const IGNORED = new Set([
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'content-length',
  'date',
  'expect',
  'host',
  'keep-alive',
  'pragma',
  'strict-transport-security',
  'te',
  'traceparent',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'vary',
])

/** Headers as they stand in a contract, in the order of their names. */
export function headersOf(
  headers: Readonly<Record<string, string>>,
  examples: Examples,
  now: number,
): Record<string, string[]> {
  const kept = Object.entries(headers)
    .filter(
      ([name]) => !IGNORED.has(name) && !/^(?:standin-|sec-|cookie|set-cookie)|client-user-agent|telemetry/.test(name),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(kept.map(([name, value]) => [name, [credential(name, value, examples, now)]]))
}

/** Basic hides what it carries from whoever looks for it. */
function credential(name: string, value: string, examples: Examples, now: number): string {
  // It is made of what the body was, ids and moments too.
  if (name === 'etag') return '"0123abcd"'
  const basic = name === 'authorization' ? /^Basic (.+)$/i.exec(value)?.[1] : undefined
  if (basic === undefined) return examples.text(value, now)
  const plain = Buffer.from(basic, 'base64').toString('utf8')
  return `Basic ${Buffer.from(examples.text(plain, now)).toString('base64')}`
}

/** Of an answer: a header must be there and of its form. */
export function headerRules(headers: Readonly<Record<string, readonly string[]>>, examples: Examples): RulesByPath {
  return Object.fromEntries(
    Object.entries(headers).map(([name, [value = '']]) => [
      name,
      one({ match: 'regex', regex: patternOf(name, value, examples) }),
    ]),
  )
}

function patternOf(name: string, value: string, examples: Examples): string {
  if (name === 'content-type') return `^${literally(value.split(';')[0] ?? '')}.*$`
  const id = examples.formOf(value)
  if (id) return id.form.matcher(id.kept)
  if (/^\d+$/.test(value)) return '^\\d+$'
  return '^.+$'
}

export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
