import type { From, GroupBy, Name, OrderItem, Path, Span } from './ast.js'
import type { Cursor } from './cursor.js'
import { parseOperand } from './parse-where.js'

/** `Contact c, c.Account a` */
export function parseFrom(cursor: Cursor): From {
  const object = cursor.name(true)
  cursor.takeWord('AS')
  const alias = cursor.alias()
  const more: { path: Path; alias: Name }[] = []
  while (cursor.takeMark(',')) {
    const path = cursor.path()
    cursor.takeWord('AS')
    more.push({ path, alias: cursor.name() })
  }
  return { object, alias, more }
}

export function parseScope(cursor: Cursor): Name | undefined {
  if (!cursor.takeWord('USING')) return undefined
  cursor.expectWord('SCOPE')
  return cursor.name()
}

const MODES = new Set(['SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE'])

/** WITH and a mode; DATA CATEGORY is taken whole, to be refused with its name. */
export function parseWith(cursor: Cursor): Name | undefined {
  if (!cursor.takeWord('WITH')) return undefined
  const { start } = cursor.token
  const word = cursor.word()
  if (word !== undefined && MODES.has(word)) {
    cursor.next()
    return { text: word, start, end: cursor.end }
  }
  if (cursor.takeWord('DATA', 'CATEGORY')) {
    do {
      cursor.name()
      cursor.name()
      if (cursor.takeMark('(')) {
        cursor.list(() => cursor.name())
        cursor.expectMark(')')
      } else cursor.name()
    } while (cursor.takeWord('AND'))
    return { text: 'DATA CATEGORY', start, end: cursor.end }
  }
  throw cursor.unexpected()
}

export function parseGroupBy(cursor: Cursor): GroupBy | undefined {
  const { start } = cursor.token
  if (!cursor.takeWord('GROUP')) return undefined
  cursor.expectWord('BY')
  const word = cursor.word()
  if ((word === 'ROLLUP' || word === 'CUBE') && cursor.isMark('(', 1)) {
    cursor.next()
    cursor.expectMark('(')
    const items = cursor.list(() => parseOperand(cursor))
    cursor.expectMark(')')
    return { kind: word === 'ROLLUP' ? 'rollup' : 'cube', items, start, end: cursor.end }
  }
  const items = cursor.list(() => parseOperand(cursor))
  return { kind: 'plain', items, start, end: cursor.end }
}

export function parseOrderBy(cursor: Cursor): OrderItem[] {
  if (!cursor.takeWord('ORDER')) return []
  cursor.expectWord('BY')
  return cursor.list(() => {
    const operand = parseOperand(cursor)
    const descending = cursor.takeWord('DESC')
    if (!descending) cursor.takeWord('ASC')
    const nulls = parseNulls(cursor)
    return { operand, descending, nulls, start: operand.start, end: cursor.end }
  })
}

/** Nulls come first in either direction unless it is said otherwise. */
function parseNulls(cursor: Cursor): 'first' | 'last' {
  if (!cursor.takeWord('NULLS')) return 'first'
  if (cursor.takeWord('FIRST')) return 'first'
  cursor.expectWord('LAST')
  return 'last'
}

/** LIMIT or OFFSET and a whole number. */
export function parseCount(cursor: Cursor, word: 'LIMIT' | 'OFFSET'): (Span & { value: number }) | undefined {
  if (!cursor.takeWord(word)) return undefined
  const token = cursor.token
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw cursor.unexpected()
  cursor.next()
  return { value: Number(token.text), start: token.start, end: token.end }
}

/** FOR VIEW, FOR REFERENCE, FOR UPDATE; UPDATE TRACKING and VIEWSTAT (of articles) are read and have no effect. */
export function parseFor(cursor: Cursor): Name[] {
  const out: Name[] = []
  while (cursor.takeWord('FOR')) {
    do {
      const token = cursor.token
      const word = cursor.word()
      if (word !== 'VIEW' && word !== 'REFERENCE' && word !== 'UPDATE') throw cursor.unexpected()
      cursor.next()
      out.push({ text: word, start: token.start, end: token.end })
    } while (cursor.takeMark(','))
  }
  if (cursor.takeWord('UPDATE')) {
    cursor.list(() => {
      if (!cursor.takeWord('TRACKING') && !cursor.takeWord('VIEWSTAT')) throw cursor.unexpected()
    })
  }
  return out
}
