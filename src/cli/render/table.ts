import Table from 'cli-table3'
import type { Style } from './style.js'

/** A column gets no narrower, in characters. */
const LEAST = 8
/** Of a cell, beside its text: a space at each side and a border. */
const AROUND = 3

/** A table that fits the terminal: lines too long for it are cut in their middle, none is wrapped. */
export function renderTable(style: Style, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => widthOf(row[i] ?? ''))))
  const fitting = narrow(widths, style.width)
  const table = new Table({
    head: head.map((title) => style.bold(title)),
    style: { head: [], border: [], compact: rows.every((row) => row.every((cell) => !cell.includes('\n'))) },
  })
  for (const row of rows) table.push(row.map((cell, i) => shorten(cell, fitting[i] ?? LEAST)))
  return `${table.toString()}\n`
}

/** Takes from the widest columns until all fit. */
function narrow(natural: readonly number[], width: number | undefined): number[] {
  const widths = [...natural]
  if (width === undefined) return widths
  const room = width - 1 - AROUND * widths.length
  let over = widths.reduce((sum, each) => sum + each, 0) - room
  while (over > 0) {
    const widest = Math.max(...widths)
    if (widest <= LEAST) break
    widths[widths.indexOf(widest)] = widest - 1
    over--
  }
  return widths
}

function shorten(cell: string, width: number): string {
  return cell
    .split('\n')
    .map((line) => (plain(line).length > width ? middle(plain(line), width) : line))
    .join('\n')
}

/** The beginning and the end of a text, since both tell long ids apart. */
export function middle(text: string, width: number): string {
  if (text.length <= width) return text
  const head = Math.ceil((width - 1) / 2)
  const tail = width - 1 - head
  return `${text.slice(0, head)}…${tail > 0 ? text.slice(-tail) : ''}`
}

function widthOf(cell: string): number {
  return Math.max(...cell.split('\n').map((line) => plain(line).length))
}

/** Without colours, which take no room. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  return text.replace(/\u001b\[[0-9;]*m/g, '')
}
