const INDENT = '  '
/** Text of frozen rows: each is written once, however often it is answered. Those in lists are kept as bytes, ready to be sent. */
const written = new WeakMap<object, string>()
const listed = new WeakMap<object, Uint8Array>()

/** JSON as Stripe sends it: indented by two. @source bodies that others recorded in November 2025 */
export function toJson(body: unknown): string | Uint8Array {
  const list = asList(body)
  return list ? listToJson(list) : rowToJson(body)
}

/** The same as text. */
export function toJsonText(body: unknown): string {
  const json = toJson(body)
  return typeof json === 'string' ? json : Buffer.from(json).toString()
}

interface List {
  readonly object: string
  readonly data: readonly unknown[]
}

function asList(body: unknown): List | undefined {
  const list = body as Partial<List> | null
  if (typeof list !== 'object' || list === null || list.object !== 'list') return undefined
  return Array.isArray(list.data) && list.data.length > 0 ? (list as List) : undefined
}

const BETWEEN = ',\n'
const END = Buffer.from('\n  ]\n}')

function listToJson(list: List): Uint8Array {
  const { data, ...rest } = list
  const head = JSON.stringify(rest, null, 2)
  const rows = data.map(listedRow)
  const first = rows[0]
  if (first) rows[0] = first.subarray(BETWEEN.length)
  return Buffer.concat([Buffer.from(`${head.slice(0, -2)},\n  "data": [\n`), ...rows, END])
}

function listedRow(row: unknown): Uint8Array {
  if (typeof row !== 'object' || row === null || !Object.isFrozen(row)) return inList(row)
  let bytes = listed.get(row)
  if (!bytes) {
    bytes = inList(row)
    listed.set(row, bytes)
  }
  return bytes
}

function inList(row: unknown): Uint8Array {
  const margin = INDENT.repeat(2)
  return Buffer.from(BETWEEN + margin + JSON.stringify(row, null, 2).replaceAll('\n', `\n${margin}`))
}

function rowToJson(row: unknown): string {
  if (typeof row !== 'object' || row === null || !Object.isFrozen(row)) return JSON.stringify(row, null, 2)
  let text = written.get(row)
  if (text === undefined) {
    text = JSON.stringify(row, null, 2)
    written.set(row, text)
  }
  return text
}
