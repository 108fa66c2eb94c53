import type { Schema } from '../document.js'
import { lengths } from './overlay-lengths.js'

/** Numbers that are not whole, by field name; every other number of this API is an integer. */
const fractional = new Set([
  'aggregated_value',
  'amount_percent',
  'application_fee_percent',
  'effective_percentage',
  'exchange_rate',
  'fx_rate',
  'height',
  'latitude',
  'length',
  'longitude',
  'percent_off',
  'percent_ownership',
  'percentage',
  'rate',
  'rates',
  'weight',
  'width',
])

export function isFractional(name: string, comment: string): boolean {
  if (fractional.has(name) || /_rate(_|$)/.test(name)) return true
  return name === 'score' && /\b(fraud|probability|likelihood|decimal)/i.test(comment)
}

const timeName =
  /(^|_)(created|at|start|end|before|after|until|since|timestamp|date|frozen_time|load_time|available_on|redeem_by|due_by|payment_attempt|deadline)$/
const timeComment = /unix epoch|unix timestamp|\btimestamp\b|seconds since|\bunix time/i
const duration = /number of (seconds|days|months|minutes)/i

/** Whether an integer field is a point in time, in seconds. */
export function isUnixTime(name: string, comment: string): boolean {
  return timeName.test(name) || (timeComment.test(comment) && !duration.test(comment))
}

/** Whether a string field of API v2 is a point in time. */
export function isDateTime(name: string, comment: string): boolean {
  return /(^|_)(created|at)$/.test(name) || /RFC ?3339|ISO ?8601 .*time|timestamp/i.test(comment)
}

const defaultMaxLength = 5000
const upTo =
  /\b(?:up to|at most|maximum(?: length)? (?:of|is)|max(?:imum)? length:?|no (?:more|longer) than|must be less than)\s+(\d[\d,]*)\s+characters?/i
const count = /\bmaximum character count of (\d[\d,]*)/i
const limit = /\b(\d[\d,]*)\s+characters? (?:max(?:imum)?|or less|or fewer)/i

/** The longest string a request may hold there: as the overlay knows it, as the comment says, else the API's default. */
export function maxLengthOf(name: string, comment: string): number {
  const known = lengths[name]
  if (known) return known
  const found = upTo.exec(comment) ?? count.exec(comment) ?? limit.exec(comment)
  return found?.[1] ? Number(found[1].replaceAll(',', '')) : defaultMaxLength
}

/** Lower and upper bound of an integer, where the comment gives both. */
export function rangeOf(comment: string): Pick<Schema, 'minimum' | 'maximum'> {
  const found = /between (\d+) and (\d+)\b(?!%)/i.exec(comment)
  return found ? { minimum: Number(found[1]), maximum: Number(found[2]) } : {}
}
