import type { Name, Path, SelectItem, TypeofItem } from './ast.js'
import type { Cursor } from './cursor.js'
import { type ParseQuery, parseCall } from './parse-where.js'
import { malformed } from './soql-error.js'

/** What stands between SELECT and FROM. */
export function parseSelect(cursor: Cursor, parseQuery: ParseQuery): SelectItem[] {
  return cursor.list(() => parseItem(cursor, parseQuery))
}

function parseItem(cursor: Cursor, parseQuery: ParseQuery): SelectItem {
  const { start } = cursor.token
  if (cursor.takeMark('(')) {
    const query = cursor.nested(() => parseQuery(cursor))
    cursor.expectMark(')')
    return { kind: 'subquery', query, start, end: cursor.end }
  }
  if (cursor.word() === 'TYPEOF' && cursor.peek(1).kind === 'word' && cursor.word(1) !== 'FROM')
    return parseTypeof(cursor)
  if (cursor.word() === 'FIELDS' && cursor.isMark('(', 1)) return parseFields(cursor)
  if (cursor.token.kind === 'word' && cursor.isMark('(', 1)) {
    const call = parseCall(cursor)
    const alias = parseAlias(cursor)
    return { kind: 'function', call, alias, start, end: cursor.end }
  }
  const path = cursor.path()
  const alias = parseAlias(cursor)
  return { kind: 'field', path, alias, start, end: cursor.end }
}

/** An alias, unless what follows shows that it is something else in the wrong place: `SELECT Id FORM Account`. */
function parseAlias(cursor: Cursor): Name | undefined {
  const { token } = cursor
  const alias = cursor.alias()
  if (alias && cursor.word() !== 'FROM' && !cursor.isMark(',')) throw cursor.unexpected(token)
  return alias
}

function parseFields(cursor: Cursor): SelectItem {
  const { start } = cursor.next()
  cursor.expectMark('(')
  const set = cursor.word()
  // @unverified the words
  if (set !== 'ALL' && set !== 'STANDARD' && set !== 'CUSTOM') throw cursor.unexpected()
  cursor.next()
  cursor.expectMark(')')
  return { kind: 'fields', set, start, end: cursor.end }
}

function parseTypeof(cursor: Cursor): TypeofItem {
  const { start } = cursor.next()
  const relationship = cursor.path()
  const branches: { object: ReturnType<Cursor['name']>; fields: Path[] }[] = []
  while (cursor.takeWord('WHEN')) {
    const object = cursor.name(true)
    cursor.expectWord('THEN')
    branches.push({ object, fields: cursor.list(() => cursor.path()) })
  }
  if (branches.length === 0) throw malformed(`unexpected token: '${cursor.token.text}'`, cursor.token.start)
  const otherwise = cursor.takeWord('ELSE') ? cursor.list(() => cursor.path()) : undefined
  cursor.expectWord('END')
  return { kind: 'typeof', relationship, branches, otherwise, start, end: cursor.end }
}
