import { DELIMITERS, type Dialect, LINE_ENDINGS } from './csv-dialect.js'

const QUOTE = 34
const LINE_FEED = 10

/**
 * Where the last whole record of some bytes ends: behind the last line feed outside of quotes, 0 where there is none. All that
 * matters here is ASCII, so a character cut in the middle does no harm.
 */
export function endOfRecords(bytes: Uint8Array): number {
  let quoted = false
  let end = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === QUOTE) quoted = !quoted
    else if (byte === LINE_FEED && !quoted) end = i + 1
  }
  return end
}

/** Records of whole lines; empty lines are none. A quote inside a value that is not quoted stands for itself. */
export function parseCsv(text: string, delimiter: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  const finish = () => {
    if (record.length > 1 || record[0] !== '') records.push(record)
    record = []
  }
  while (at < text.length) {
    const [value, end] = text[at] === '"' ? quotedValue(text, at) : plainValue(text, at, delimiter)
    record.push(value)
    at = end
    if (text[at] === delimiter) {
      at++
      // A line that ends in a delimiter has one more, empty value.
      if (at >= text.length || text[at] === '\n' || text[at] === '\r') record.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    if (text[at] === '\n' || (text[at] === '\r' && at + 1 >= text.length)) {
      at++
      finish()
    } else if (at >= text.length) finish()
  }
  return records
}

function plainValue(text: string, from: number, delimiter: string): [string, number] {
  let end = from
  while (end < text.length) {
    const character = text[end]
    if (character === delimiter || character === '\n') break
    if (character === '\r' && (text[end + 1] === '\n' || end + 1 >= text.length)) break
    end++
  }
  return [text.slice(from, end), end]
}

function quotedValue(text: string, from: number): [string, number] {
  let end = text.indexOf('"', from + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return [text.slice(from + 1).replaceAll('""', '"'), text.length]
  const inner = text.slice(from + 1, end)
  return [inner.includes('"') ? inner.replaceAll('""', '"') : inner, end + 1]
}

/** One record as results have it: every value in quotes. */
export function csvLine(values: readonly string[], { columnDelimiter, lineEnding }: Dialect): string {
  let line = ''
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? ''
    if (i > 0) line += DELIMITERS[columnDelimiter]
    line += value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`
  }
  return line + LINE_ENDINGS[lineEnding]
}
