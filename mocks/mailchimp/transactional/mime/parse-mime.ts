import { decodeText, decodeTransfer, decodeWords } from './decode.js'

/** Parts inside parts, and parts of a message altogether. */
const DEEPEST = 20
const MOST_PARTS = 1000

export interface Attachment {
  readonly name: string
  readonly type: string
  /** Base64, or the text itself where it is not binary. */
  readonly content: string
  readonly binary: boolean
}

export interface ParsedMime {
  /** By the name as it was written; of one that stands twice, a list. */
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly text: string | undefined
  readonly html: string | undefined
  readonly textFlowed: boolean
  readonly attachments: readonly Attachment[]
}

interface Found {
  text?: string
  html?: string
  textFlowed: boolean
  attachments: Attachment[]
  parts: number
}

/** Takes a MIME document apart. What is malformed is read as far as it goes: nothing throws. */
export function parseMime(raw: string): ParsedMime {
  // Each character is a byte from here on: what parts are encoded in is said by the parts.
  const bytes = Buffer.from(raw, 'utf8').toString('latin1')
  const found: Found = { textFlowed: false, attachments: [], parts: 0 }
  const { headers } = readPart(bytes, found, 0)
  const shown: Record<string, string | string[]> = {}
  for (const [name, value] of headers) {
    const before = Object.hasOwn(shown, name) ? shown[name] : undefined
    shown[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  const { text, html, textFlowed, attachments } = found
  return { headers: shown, text, html, textFlowed, attachments }
}

/** The value of a header, whatever the case of its name. Of several, the first. */
export function headerOf(headers: ParsedMime['headers'], name: string): string | undefined {
  const wanted = name.toLowerCase()
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1]
  return Array.isArray(value) ? value[0] : value
}

type Headers = readonly (readonly [name: string, value: string])[]

function readPart(source: string, found: Found, depth: number): { headers: Headers } {
  const { headers, body } = splitHead(source)
  if (++found.parts > MOST_PARTS || depth > DEEPEST) return { headers }
  const of = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
  const type = parameters(of('content-type') || 'text/plain')
  const boundary = type.values.boundary
  if (type.value.startsWith('multipart/') && boundary) {
    for (const part of partsOf(body, boundary)) readPart(part, found, depth + 1)
    return { headers }
  }
  keep(found, type, parameters(of('content-disposition')), decodeTransfer(body, of('content-transfer-encoding')))
  return { headers }
}

function keep(found: Found, type: Parameters, disposition: Parameters, bytes: Uint8Array): void {
  const name = disposition.values.filename ?? type.values.name
  const attached = disposition.value === 'attachment' || name !== undefined
  if (!attached && type.value === 'text/plain' && found.text === undefined) {
    found.text = decodeText(bytes, type.values.charset)
    found.textFlowed = type.values.format?.toLowerCase() === 'flowed'
  } else if (!attached && type.value === 'text/html' && found.html === undefined) {
    found.html = decodeText(bytes, type.values.charset)
  } else {
    const binary = !type.value.startsWith('text/')
    const content = binary ? Buffer.from(bytes).toString('base64') : decodeText(bytes, type.values.charset)
    found.attachments.push({ name: decodeWords(name ?? ''), type: type.value, content, binary })
  }
}

function splitHead(source: string): { headers: Headers; body: string } {
  const end = /\r?\n\r?\n/.exec(source)
  const head = end ? source.slice(0, end.index) : source
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = lines.flatMap((line) => {
    const at = line.indexOf(':')
    if (at <= 0 || /\s/.test(line.slice(0, at))) return []
    const value = Buffer.from(line.slice(at + 1).trim(), 'latin1').toString('utf8')
    return [[line.slice(0, at), decodeWords(value)] as const]
  })
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' }
}

function partsOf(body: string, boundary: string): string[] {
  const [, ...parts] = `\n${body}`.split(`\n--${boundary}`)
  const end = parts.findIndex((part) => part.startsWith('--'))
  return (end < 0 ? parts : parts.slice(0, end)).map((part) => part.replace(/^[^\n]*\n/, '').replace(/\r$/, ''))
}

interface Parameters {
  readonly value: string
  readonly values: Readonly<Record<string, string>>
}

/** `text/plain; charset="utf-8"` */
function parameters(header: string): Parameters {
  const [value = '', ...rest] = header.match(/(?:"(?:[^"\\]|\\.)*"|[^;"])+/g) ?? []
  const values: Record<string, string> = Object.create(null)
  for (const part of rest) {
    const at = part.indexOf('=')
    if (at > 0)
      values[part.slice(0, at).trim().toLowerCase()] = part
        .slice(at + 1)
        .trim()
        .replace(/^"(.*)"$/s, '$1')
  }
  return { value: value.trim().toLowerCase(), values }
}
