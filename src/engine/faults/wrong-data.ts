import { jsonSpans, type Span } from './json-spans.js'
import { xmlSpans } from './xml-spans.js'

export type WrongData = 'missing' | 'null' | 'type'

/**
 * An answer in which what stands at a path is missing, null or of another type; every other byte stays. Undefined where there is
 * nothing at that path, or the text is of another kind.
 */
export function wrongData(text: string, contentType: string, path: string, change: WrongData): string | undefined {
  return edit(
    text,
    contentType,
    path,
    (span, format) => {
      if (change === 'missing') return ''
      const value = text.slice(span.start, span.end)
      if (format === 'json') return change === 'null' ? 'null' : otherType(value)
      return change === 'null' ? '' : /^\s*-?[\d.]+\s*$/.test(value) ? 'unknown' : '0'
    },
    change === 'missing',
  )
}

/** The same answer with what stands at a path in another one. */
export function transplant(text: string, other: string, contentType: string, path: string): string | undefined {
  const spans = spansOf(other, contentType, path)
  let next = 0
  return edit(
    text,
    contentType,
    path,
    () => {
      const span = spans[Math.min(next++, spans.length - 1)]
      return span ? other.slice(span.start, span.end) : ''
    },
    false,
    spans.length > 0,
  )
}

type Format = 'json' | 'xml'

function formatOf(contentType: string): Format | undefined {
  if (/json/i.test(contentType)) return 'json'
  return /xml/i.test(contentType) ? 'xml' : undefined
}

function spansOf(text: string, contentType: string, path: string): Span[] {
  const format = formatOf(contentType)
  if (!format) return []
  return format === 'json' ? jsonSpans(text, path.split('.')) : xmlSpans(text, path.split('.'))
}

function edit(
  text: string,
  contentType: string,
  path: string,
  replacement: (span: Span, format: Format) => string,
  whole: boolean,
  wanted = true,
): string | undefined {
  const format = formatOf(contentType)
  const spans = spansOf(text, contentType, path)
  if (!format || spans.length === 0 || !wanted) return undefined
  let out = ''
  let at = 0
  for (const span of spans) {
    const { from, end } = whole ? removal(text, span, format) : { from: span.start, end: span.end }
    if (from < at) continue
    out += text.slice(at, from) + replacement(span, format)
    at = end
  }
  return out + text.slice(at)
}

/** With the comma that would be one too many, or the closing tag. */
function removal(text: string, { from, start, end }: Span, format: Format): { from: number; end: number } {
  if (format === 'xml') {
    const closesItself = start === end && text.slice(end - 2, end) === '/>'
    return { from, end: closesItself ? end : text.indexOf('>', end) + 1 }
  }
  const after = /^\s*,\s*/.exec(text.slice(end))
  if (after) return { from, end: end + after[0].length }
  const before = /,\s*$/.exec(text.slice(0, from))
  return { from: from - (before?.[0].length ?? 0), end }
}

/** A value of another JSON type that looks most like it: what a careless serializer would make of it. */
function otherType(value: string): string {
  if (value.startsWith('"')) return /^"-?\d+(?:\.\d+)?"$/.test(value) ? value.slice(1, -1) : `[${value}]`
  if (value.startsWith('{')) return `[${value}]`
  if (value.startsWith('[')) return '{}'
  return value === 'null' ? '0' : `"${value}"`
}
