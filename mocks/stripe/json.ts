const INDENT = '  '
/** Text of frozen rows by how deep they stand: each is written once, however often it is listed. */
const written: readonly WeakMap<object, string>[] = [new WeakMap(), new WeakMap(), new WeakMap()]

/** JSON as Stripe sends it: indented by two. @unverified (from memory) */
export function toJson(body: unknown): string {
  const list = asList(body)
  return list ? listToJson(list) : rowToJson(body, 0)
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
  const rows = data.map((row) => INDENT.repeat(2) + rowToJson(row, 2)).join(',\n')
  const head = JSON.stringify(rest, null, 2)
  return `${head.slice(0, -2)},\n  "data": [\n${rows}\n  ]\n}`
}

function rowToJson(row: unknown, depth: 0 | 2): string {
  if (typeof row !== 'object' || row === null || !Object.isFrozen(row)) return indented(row, depth)
  const cache = written[depth]
  let text = cache?.get(row)
  if (text === undefined) {
    text = indented(row, depth)
    cache?.set(row, text)
  }
  return text
}

function indented(value: unknown, depth: number): string {
  const text = JSON.stringify(value, null, 2)
  return depth === 0 ? text : text.replaceAll('\n', `\n${INDENT.repeat(depth)}`)
}
