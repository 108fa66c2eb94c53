import { VendorError } from '../../../src/engine/kit.js'

/** What is wrong with a query, and where. `showSource` puts it into Salesforce's words with the text around it. */
export class SoqlError extends Error {
  readonly code: string
  /** Offset in the query's text. */
  readonly position: number

  constructor(code: string, message: string, position: number) {
    super(message)
    this.code = code
    this.position = position
  }
}

export const malformed = (message: string, position: number) => new SoqlError('MALFORMED_QUERY', message, position)
export const invalidField = (message: string, position: number) => new SoqlError('INVALID_FIELD', message, position)
export const invalidOperator = (message: string, position: number) =>
  new SoqlError('INVALID_QUERY_FILTER_OPERATOR', message, position)

/** @source facts of recorded answers, INVALID_FIELD on a query (read 2026-11-24) */
export function noSuchColumn(field: string, object: string, position: number): SoqlError {
  return invalidField(
    `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    position,
  )
}

/** @source https://github.com/jsforce/jsforce recorded answers, INVALID_TYPE (read 2026-11-24) */
export function noSuchObject(object: string, position: number): SoqlError {
  return new SoqlError(
    'INVALID_TYPE',
    `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    position,
  )
}

/** `where` is `field path` for a parent, `FROM part of query call` for children. @source as noSuchObject; public error logs */
export function noSuchRelationship(
  name: string,
  where: 'field path' | 'FROM part of query call',
  position: number,
): SoqlError {
  const message = `Didn't understand relationship '${name}' in ${where}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`
  return where === 'field path' ? invalidField(message, position) : new SoqlError('INVALID_TYPE', message, position)
}

/** Row and column, both from 1, of an offset. */
export function rowAndColumn(text: string, position: number): { row: number; column: number } {
  const before = text.slice(0, position)
  const row = before.split('\n').length
  return { row, column: position - (before.lastIndexOf('\n') + 1) + 1 }
}

/** How much of a long line is shown on either side of the fault. @unverified beyond two recorded answers */
const REACH = 32

/**
 * The text around the fault, a caret under it, its row and column, and what is wrong.
 * @source recorded INVALID_TYPE: `\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\n...` (read 2026-11-24)
 */
export function showSource(error: SoqlError, text: string): VendorError {
  const position = Math.min(error.position, text.length)
  const { row, column } = rowAndColumn(text, position)
  const line = text.split('\n')[row - 1] ?? ''
  const at = column - 1
  const start = at <= REACH + 8 ? 0 : boundary(line, at - REACH)
  const end = line.length <= at + REACH + 16 ? line.length : boundary(line, at + REACH)
  const caret = `${' '.repeat(Math.max(0, at - start))}^`
  const message = `\n${line.slice(start, end).trimEnd()}\n${caret}\nERROR at Row:${row}:Column:${column}\n${error.message}`
  return new VendorError({ status: 400, code: error.code, message })
}

/** The nearest place at or before `at` where a word begins. */
function boundary(line: string, at: number): number {
  for (let i = at; i > Math.max(0, at - 40); i--) {
    if (/[\s,(]/.test(line[i - 1] ?? ' ')) return i
  }
  return at
}
