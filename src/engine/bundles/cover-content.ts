import type { Covering } from './covering.js'
import { isFreeText } from './personal-fields.js'

const JSON_TEXT = /"(?:[^"\\]|\\.)*"(\s*:)?/g

/** A body, by its type or by what it looks like. */
export function coverBody(covering: Covering, body: Uint8Array, contentType: string): Uint8Array {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const text = buffer.toString()
  const isText = Buffer.from(text).equals(buffer)
  // Each byte a character, so that what is no text comes through as it was.
  if (!isText) return Buffer.from(covering.text(buffer.toString('latin1')), 'latin1')
  const covered = coverContent(covering, text, contentType)
  return covered === text ? body : Buffer.from(covered)
}

export function coverContent(covering: Covering, text: string, contentType = ''): string {
  if (text === '') return text
  if (/json/.test(contentType) || /^\s*[[{]/.test(text)) return coverJson(covering, text)
  if (/xml/.test(contentType) || /^\s*</.test(text)) return coverXml(covering, text)
  if (/csv/.test(contentType)) return coverCsv(covering, text)
  if (/urlencoded/.test(contentType) || /^[\w.[\]%-]+=[^\s]*$/.test(text)) return coverPairs(covering, text)
  return covering.text(text, true)
}

/** Only the texts change: numbers and spaces are left as they stand. */
function coverJson(covering: Covering, text: string): string {
  let key = ''
  return text.replace(JSON_TEXT, (literal: string, colon: string | undefined) => {
    const quoted = colon === undefined ? literal : literal.slice(0, -colon.length)
    const value = parsed(quoted)
    if (value === undefined) return literal
    if (colon !== undefined) {
      key = value
      covering.noteWord(value)
      return literal
    }
    const covered = coverValue(covering, key, value)
    return covered === value ? literal : JSON.stringify(covered)
  })
}

/** `a=b&c=d`, each part decoded and, where it changed, encoded again. */
function coverPairs(covering: Covering, text: string): string {
  return text
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=')
      if (at < 0) return pair
      const value = decoded(pair.slice(at + 1).replace(/\+/g, ' '))
      const covered = coverValue(covering, decoded(pair.slice(0, at)), value)
      if (covered === value) return pair
      const encoded = encodeURIComponent(covered)
      return `${pair.slice(0, at + 1)}${pair.includes('+') ? encoded.replace(/%20/g, '+') : encoded}`
    })
    .join('&')
}

/** A path with its query. */
export function coverTarget(covering: Covering, target: string): string {
  const at = target.indexOf('?')
  const path = at < 0 ? target : target.slice(0, at)
  const segments = path.split('/').map((segment) => {
    const value = decoded(segment)
    const covered = covering.text(value)
    return covered === value ? segment : encodeURIComponent(covered)
  })
  return segments.join('/') + (at < 0 ? '' : `?${coverPairs(covering, target.slice(at + 1))}`)
}

function coverXml(covering: Covering, text: string): string {
  return text.replace(/<([\w:.-]+)([^<>]*)>([^<]*)/g, (_, name: string, attributes: string, content: string) => {
    const covered = content.trim() === '' ? content : coverValue(covering, name, content)
    return `<${name}${covering.text(attributes)}>${covered}`
  })
}

/** By the names of its columns. */
function coverCsv(covering: Covering, text: string): string {
  const delimiter = /^[^\n]*?([,;|\t^`])/.exec(text)?.[1] ?? ','
  const names: string[] = []
  let column = 0
  let first = true
  return text.replace(
    /("(?:[^"]|"")*"|[^,;|\t^`\r\n"]*)([,;|\t^`]|\r?\n|$)/g,
    (whole: string, cell: string, end: string) => {
      if (end !== '' && end !== delimiter && !end.endsWith('\n')) return covering.text(whole)
      const quoted = cell.startsWith('"')
      const value = quoted ? cell.slice(1, -1).replace(/""/g, '"') : cell
      if (first) names.push(value)
      const covered = first ? value : coverValue(covering, names[column] ?? '', value)
      column = end === delimiter ? column + 1 : 0
      if (end.endsWith('\n')) first = false
      return (quoted ? `"${covered.replace(/"/g, '""')}"` : covered) + end
    },
  )
}

/** A text in a field: data inside a text is data, an address has a query. */
export function coverValue(covering: Covering, name: string, value: string): string {
  if (/^\s*[[{]/.test(value)) return coverJson(covering, value)
  if (/^https?:\/\/[^\s]+\?/.test(value)) {
    const at = value.indexOf('?')
    return `${covering.text(value.slice(0, at))}?${coverPairs(covering, value.slice(at + 1))}`
  }
  return covering.field(name, value)
}

/** Any data: a row, an input. */
export function coverData(covering: Covering, value: unknown, name = '', free = false): unknown {
  if (typeof value === 'string') {
    return free ? coverValue(covering, `metadata.${name}`, value) : coverValue(covering, name, value)
  }
  if (Array.isArray(value)) return value.map((item) => coverData(covering, item, name, free))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, coverData(covering, inner, key, free || isFreeText(name))]),
  )
}

export function coverHeaders<T>(covering: Covering, headers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, coverHeader(covering, name, value) as T]),
  )
}

function coverHeader(covering: Covering, name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => coverHeader(covering, name, each))
  if (typeof value !== 'string') return value
  if (!/^(?:proxy-)?authorization$/i.test(name)) return covering.field(name, value)
  const [scheme = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(value)?.slice(1) ?? []
  if (!/^basic$/i.test(scheme))
    return rest === '' ? covering.credential(value) : `${scheme} ${covering.credential(rest)}`
  const [user = '', ...password] = Buffer.from(rest, 'base64').toString().split(':')
  const parts = [covering.text(user), ...(password.length > 0 ? [covering.credential(password.join(':'))] : [])]
  return `${scheme} ${Buffer.from(parts.join(':')).toString('base64')}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parsed(literal: string): string | undefined {
  try {
    return JSON.parse(literal)
  } catch {
    return undefined
  }
}
