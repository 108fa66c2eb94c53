import type { Argument, Call, Comparison, ComparisonOperator, Condition, ListOperator, Operand, Query } from './ast.js'
import type { Cursor } from './cursor.js'
import { parseLiteral } from './parse-literal.js'

/** Parses a query from SELECT on; given, so that conditions and queries need not import each other. */
export type ParseQuery = (cursor: Cursor) => Query

/**
 * Conditions of WHERE and HAVING. AND and OR side by side want parentheses: the second kind of connective is an
 * unexpected token, as it is to Salesforce.
 */
export function parseCondition(cursor: Cursor, parseQuery: ParseQuery): Condition {
  const first = parseSimple(cursor, parseQuery)
  const word = cursor.word()
  if (word !== 'AND' && word !== 'OR') return first
  const parts = [first]
  while (cursor.takeWord(word)) parts.push(parseSimple(cursor, parseQuery))
  const other = cursor.word()
  if (other === 'AND' || other === 'OR') throw cursor.unexpected()
  return { kind: word === 'AND' ? 'and' : 'or', parts, start: first.start, end: cursor.end }
}

function parseSimple(cursor: Cursor, parseQuery: ParseQuery): Condition {
  const { start } = cursor.token
  if (cursor.takeWord('NOT')) {
    const part = cursor.nested(() => parseSimple(cursor, parseQuery))
    return { kind: 'not', part, start, end: cursor.end }
  }
  if (cursor.takeMark('(')) {
    const inner = cursor.nested(() => parseCondition(cursor, parseQuery))
    cursor.expectMark(')')
    return inner
  }
  return parsePredicate(cursor, parseQuery)
}

const MARKS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

function parsePredicate(cursor: Cursor, parseQuery: ParseQuery): Condition {
  const left = parseOperand(cursor)
  const token = cursor.token
  const mark = token.kind === 'mark' ? MARKS[token.text] : undefined
  if (mark) {
    cursor.next()
    return comparison(cursor, left, mark)
  }
  if (cursor.takeWord('LIKE')) return comparison(cursor, left, 'LIKE')
  if (cursor.takeWord('NOT', 'IN')) return parseIn(cursor, left, 'NOT IN', parseQuery)
  if (cursor.takeWord('IN')) return parseIn(cursor, left, 'IN', parseQuery)
  if (cursor.takeWord('INCLUDES')) return parseList(cursor, left, 'INCLUDES')
  if (cursor.takeWord('EXCLUDES')) return parseList(cursor, left, 'EXCLUDES')
  throw cursor.unexpected()
}

function comparison(cursor: Cursor, left: Operand, operator: ComparisonOperator): Comparison {
  const right = parseLiteral(cursor)
  return { kind: 'comparison', left, operator, right, start: left.start, end: cursor.end }
}

function parseIn(cursor: Cursor, left: Operand, operator: 'IN' | 'NOT IN', parseQuery: ParseQuery): Condition {
  if (!(cursor.isMark('(') && cursor.word(1) === 'SELECT')) return parseList(cursor, left, operator)
  cursor.next()
  const query = cursor.nested(() => parseQuery(cursor))
  cursor.expectMark(')')
  return { kind: 'semi-join', left, negated: operator === 'NOT IN', query, start: left.start, end: cursor.end }
}

function parseList(cursor: Cursor, left: Operand, operator: ListOperator): Condition {
  if (!cursor.isMark('(')) {
    // A bare word or a colon in the place of a list is a bind variable; it says so itself.
    parseLiteral(cursor)
    throw cursor.unexpected(cursor.peek(0))
  }
  cursor.next()
  const values = cursor.list(() => parseLiteral(cursor))
  cursor.expectMark(')')
  return { kind: 'list', left, operator, values, start: left.start, end: cursor.end }
}

/** A path or a function of one. */
export function parseOperand(cursor: Cursor): Operand {
  if (cursor.token.kind === 'word' && cursor.isMark('(', 1)) return parseCall(cursor)
  return cursor.path()
}

export function parseCall(cursor: Cursor): Call {
  const name = cursor.name()
  cursor.expectMark('(')
  const args = cursor.isMark(')') ? [] : cursor.nested(() => cursor.list(() => parseArgument(cursor)))
  cursor.expectMark(')')
  return { kind: 'call', name: name.text.toUpperCase(), args, start: name.start, end: cursor.end }
}

function parseArgument(cursor: Cursor): Argument {
  const { kind } = cursor.token
  return kind === 'word' ? parseOperand(cursor) : parseLiteral(cursor)
}
