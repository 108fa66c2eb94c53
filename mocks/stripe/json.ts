const INDENT = '  '
/** Text of frozen rows: each is written once, however often it is answered. */
const written = new WeakMap<object, string>()
/** The same as it stands in a list. As text and not as bytes: large bytes make the collector look at the whole store. */
const listed = new WeakMap<object, string>()

/** JSON as Stripe sends it: indented by two. @unverified (from memory) */
export function toJson(body: unknown): string {
  const list = asList(body)
  return list ? listToJson(list) : textOf(body, written, rowToJson)
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

function listToJson(list: List): string {
  const { data, ...rest } = list
  const head = JSON.stringify(rest, null, 2).slice(0, -2)
  const rows = data.map((row) => textOf(row, listed, rowInList))
  return `${head},\n  "data": [\n${rows.join(',\n')}\n  ]\n}`
}

function textOf(row: unknown, kept: WeakMap<object, string>, write: (row: unknown) => string): string {
  if (typeof row !== 'object' || row === null || !Object.isFrozen(row)) return write(row)
  let text = kept.get(row)
  if (text === undefined) {
    text = write(row)
    kept.set(row, text)
  }
  return text
}

function rowToJson(row: unknown): string {
  return JSON.stringify(row, null, 2)
}

/** A flat text: one that is put together of two would be copied anew for each list. */
function rowInList(row: unknown): string {
  const margin = INDENT.repeat(2)
  return Buffer.from(margin + rowToJson(row).replaceAll('\n', `\n${margin}`)).toString()
}
