import type { Field } from '../catalogue/catalogue.js'
import type { Fault } from '../errors.js'
import { isDay, parseDatetime, toDatetime } from './datetime.js'
import { canonicalId } from './ids.js'
import type { FieldValue } from './record.js'

/** A value that does not fit its field, for the caller to make an error of. */
export class BadValue extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.message)
    this.fault = fault
  }
}

/** Where a value comes from: JSON has types of its own, CSV has text alone. */
export type Medium = 'json' | 'csv'

/**
 * What a field holds of a value that was sent. An empty text is null; text is trimmed; numbers and booleans may be text.
 * @throws BadValue JSON_PARSER_ERROR, INVALID_TYPE_ON_FIELD_IN_RECORD, STRING_TOO_LONG, MALFORMED_ID, INVALID_EMAIL_ADDRESS,
 * INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, NUMBER_OUTSIDE_VALID_RANGE
 * @source facts A3, A9 (read 2026-11-23)
 */
export function parseValue(field: Field, value: unknown, medium: Medium): FieldValue {
  if (value === null || value === undefined || value === '')
    return field.type === 'boolean' ? noBoolean(field, medium) : null
  if (typeof value === 'object') throw wrongType(field, value, medium)
  switch (field.type) {
    case 'boolean':
      return parseBoolean(field, value, medium)
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return parseNumber(field, value, medium)
    case 'date':
      return parseDate(field, value, medium)
    case 'datetime':
      return parseMoment(field, value, medium)
    case 'time':
      return parseTime(field, value, medium)
    case 'id':
    case 'reference':
      return parseId(field, String(value))
    case 'base64':
      return String(value)
    default:
      return parseText(field, String(value))
  }
}

function wrongType(field: Field, value: unknown, medium: Medium): BadValue {
  if (medium === 'csv') {
    return bad('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value}`, field)
  }
  const token = Array.isArray(value) ? 'START_ARRAY' : typeof value === 'object' ? 'START_OBJECT' : tokenOf(value)
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return new BadValue({
    code: 'JSON_PARSER_ERROR',
    message: `Cannot deserialize instance of ${nameOfType(field)} from ${token} value ${shown} or request may be missing a required field at [line:1, column:2]`,
  })
}

function tokenOf(value: unknown): string {
  if (typeof value === 'string') return 'VALUE_STRING'
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE'
  return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT'
}

/** What Salesforce's parser calls a type. @unverified beyond date, datetime, double, int and boolean */
function nameOfType({ type }: Field): string {
  if (type === 'currency' || type === 'percent') return type
  if (type === 'reference' || type === 'id') return 'reference'
  return ['boolean', 'int', 'double', 'date', 'datetime', 'time'].includes(type) ? type : 'string'
}

function bad(code: string, message: string, field: Field): BadValue {
  return new BadValue({ code, message, fields: [field.name] })
}

function noBoolean(field: Field, medium: Medium): FieldValue {
  if (medium === 'csv') return false
  throw new BadValue({
    code: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    message: `${field.label}: value not of required type: `,
    fields: [field.name],
  })
}

function parseBoolean(field: Field, value: unknown, medium: Medium): boolean {
  if (typeof value === 'boolean') return value
  const text = String(value).toLowerCase()
  if (text === 'true' || (medium === 'csv' && text === '1')) return true
  if (text === 'false' || (medium === 'csv' && text === '0')) return false
  throw wrongType(field, value, medium)
}

function parseNumber(field: Field, value: unknown, medium: Medium): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value.trim()) : Number.NaN
  if (!Number.isFinite(number)) throw wrongType(field, value, medium)
  if (field.type === 'int' || field.type === 'long') {
    if (!Number.isInteger(number)) throw wrongType(field, value, medium)
    if (field.type === 'int' && Math.abs(number) > 2147483647) throw outside(field, value)
    return number
  }
  if (field.precision > 0 && Math.abs(number) >= 10 ** (field.precision - field.scale)) throw outside(field, value)
  return field.scale < 10 ? rounded(number, field.scale) : number
}

function rounded(number: number, scale: number): number {
  const factor = 10 ** scale
  return (Math.sign(number) * Math.round((Math.abs(number) + Number.EPSILON) * factor)) / factor
}

function outside(field: Field, value: unknown): BadValue {
  return bad(
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${value}`,
    field,
  )
}

function parseDate(field: Field, value: unknown, medium: Medium): string {
  const text = String(value)
  if (isDay(text)) return text
  // A moment is accepted where a day is wanted, and cut.
  const at = typeof value === 'string' ? parseDatetime(text) : undefined
  if (at === undefined) throw wrongType(field, value, medium)
  return new Date(at).toISOString().slice(0, 10)
}

function parseMoment(field: Field, value: unknown, medium: Medium): string {
  const text = String(value)
  const at = typeof value !== 'string' ? undefined : isDay(text) ? Date.parse(`${text}T00:00:00Z`) : parseDatetime(text)
  if (at === undefined) throw wrongType(field, value, medium)
  return toDatetime(at)
}

function parseTime(field: Field, value: unknown, medium: Medium): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?Z?$/.exec(String(value))
  if (!match) throw wrongType(field, value, medium)
  const [, hours, minutes, seconds = '00', milliseconds = ''] = match
  return `${hours}:${minutes}:${seconds}.${milliseconds.padEnd(3, '0')}Z`
}

function parseId(field: Field, text: string): string {
  const id = canonicalId(text)
  if (!id) throw bad('MALFORMED_ID', `${field.label}: id value of incorrect type: ${text}`, field)
  return id
}

const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()".]+(?:\.[^\s@,;<>()".]+)+$/

function parseText(field: Field, value: string): string | null {
  const text = field.type === 'textarea' ? value.trimEnd() : value.trim()
  if (text === '') return null
  if (field.type === 'email' && !EMAIL.test(text)) {
    throw bad('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, field)
  }
  if (field.length > 0 && text.length > field.length) {
    throw bad('STRING_TOO_LONG', `${field.label}: data value too large: ${text} (max length=${field.length})`, field)
  }
  return field.restrictedPicklist ? chosen(field, text) : text
}

/** A value of a restricted picklist, in the spelling of the picklist. */
function chosen(field: Field, text: string): string {
  const parts = field.type === 'multipicklist' ? text.split(';') : [text]
  const values = parts.map((part) => {
    const known = field.picklistValues.find(
      ({ value, active }) => active && value.toLowerCase() === part.trim().toLowerCase(),
    )
    if (!known) {
      const message = `${field.label}: bad value for restricted picklist field: ${part}`
      throw bad('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, field)
    }
    return known.value
  })
  return values.join(';')
}
