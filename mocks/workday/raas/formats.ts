import { escapeMarkup } from '../../../src/engine/kit.js'

export interface Written {
  readonly contentType: string
  readonly body: string
}

type Row = Readonly<Record<string, string>>

/** How a report is written, by `format`. @source facts B5 (read 2026-11-23) @unverified the elements of simplexml and rss */
export const FORMATS: Readonly<
  Record<string, (name: string, columns: readonly string[], rows: readonly Row[]) => Written>
> = {
  json: (_name, _columns, rows) => ({ contentType: 'application/json', body: JSON.stringify({ Report_Entry: rows }) }),
  csv: (_name, columns, rows) => ({
    contentType: 'text/csv;charset=UTF-8',
    body: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(csvLine).join(''),
  }),
  simplexml: (name, columns, rows) => ({ contentType: 'text/xml;charset=UTF-8', body: reportXml(name, columns, rows) }),
  rss: (name, columns, rows) => ({ contentType: 'text/xml;charset=UTF-8', body: rss(name, columns, rows) }),
}

/** What a spreadsheet would take for a formula is not made harmless: the vendor does not either, and integrations read it. */
function csvLine(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\r\n`
}

function reportXml(name: string, columns: readonly string[], rows: readonly Row[]): string {
  const entries = rows.map((row) => {
    const fields = columns
      .filter((column) => row[column] !== undefined)
      .map((column) => element(column, row[column] ?? ''))
    return `<wd:Report_Entry>${fields.join('')}</wd:Report_Entry>`
  })
  const namespace = `urn:com.workday.report/${escapeMarkup(name)}`
  return `<?xml version="1.0" encoding="UTF-8"?><wd:Report_Data xmlns:wd="${namespace}">${entries.join('')}</wd:Report_Data>`
}

function element(column: string, value: string): string {
  return `<wd:${column}>${escapeMarkup(value)}</wd:${column}>`
}

function rss(name: string, columns: readonly string[], rows: readonly Row[]): string {
  const items = rows.map((row) => {
    const text = columns.map((column) => `${column}: ${row[column] ?? ''}`).join(', ')
    return `<item><title>${escapeMarkup(row[columns[0] ?? ''] ?? '')}</title><description>${escapeMarkup(text)}</description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escapeMarkup(name)}</title>${items.join('')}</channel></rss>`
}
