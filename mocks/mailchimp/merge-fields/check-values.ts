import { type FieldError, problem } from '../errors.js'
import type { MailchimpWorld } from '../world.js'
import { type Address, checkAddress, emptyAddress, isAddress, parseAddress } from './address.js'
import type { MergeField, MergeFieldSettings } from './merge-field.js'

export type MergeValue = string | number | Address
export type MergeValues = Readonly<Record<string, MergeValue>>

/**
 * The values that a member has after a change: each in the form of its field, with nothing required left out. Tags that the
 * audience does not have are ignored.
 * @throws InvalidResource (400) "Your merge fields were invalid." with an error for each field
 * @source mc4wp #545, formie #2387, operationcode #692 (wording); @unverified wording for numbers, dates, URLs, choices
 */
export function checkMergeValues(
  world: MailchimpWorld,
  list: string,
  given: Readonly<Record<string, unknown>>,
  options: { readonly before: MergeValues; readonly skip: boolean },
): MergeValues {
  const fields = world.mergeFields.where('parent', list)
  rejectShapes(fields, given)
  const out: Record<string, MergeValue> = {}
  const errors: FieldError[] = []
  for (const { settings } of fields) {
    const { tag } = settings
    const sent = given[tag]
    const value = sent === undefined ? options.before[tag] : read(settings, sent, errors)
    const kept = value ?? ''
    if (settings.required && !options.skip && isEmpty(kept)) complain(settings, errors)
    out[tag] = kept
  }
  if (errors.length > 0) throw problem('InvalidResource', { detail: 'Your merge fields were invalid.', errors })
  return out
}

/** What is neither text, number nor an address fits none of the shapes that a merge value may have. */
function rejectShapes(fields: readonly MergeField[], given: Readonly<Record<string, unknown>>): void {
  const tags = new Set(fields.map(({ settings }) => settings.tag))
  const wrong = Object.entries(given).filter(([tag, value]) => tags.has(tag) && !hasShape(value))
  if (wrong.length === 0) return
  const message = 'Data did not match any of the schemas described in anyOf.'
  throw problem('InvalidResource', { errors: wrong.map(([tag]) => ({ field: `merge_fields.${tag}`, message })) })
}

function hasShape(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || isAddress(value)
}

function isEmpty(value: MergeValue): boolean {
  return value === '' || (typeof value === 'object' && emptyAddress(value))
}

function complain({ tag, type }: MergeFieldSettings, errors: FieldError[]): void {
  if (errors.some(({ field }) => field === tag)) return
  errors.push({ field: tag, message: type === 'address' ? 'Please enter a complete address' : 'Please enter a value' })
}

/** A value in the form of its field. Undefined where it is not kept: an address that lacks a part, which is not told unless it is required. */
function read(settings: MergeFieldSettings, value: unknown, errors: FieldError[]): MergeValue | undefined {
  const { tag, type, required } = settings
  if (type === 'address') {
    const address = typeof value === 'string' ? parseAddress(value) : isAddress(value) ? value : undefined
    if (address === undefined || emptyAddress(address)) return ''
    const checked = checkAddress(address)
    if (checked === undefined && required) errors.push({ field: tag, message: 'Please enter a complete address' })
    return checked
  }
  if (typeof value === 'object') {
    errors.push({ field: tag, message: 'Please enter a value' })
    return undefined
  }
  if (value === '') return ''
  const text = String(value).trim()
  const wrong = wrongWith(settings, text)
  if (wrong) errors.push({ field: tag, message: wrong })
  return type === 'number' && !wrong
    ? Number(text)
    : type === 'date'
      ? isoDate(text, settings.options.date_format)
      : text
}

const PATTERNS: Partial<Record<MergeFieldSettings['type'], readonly [RegExp, string]>> = {
  number: [/^-?\d+(?:\.\d+)?$/, 'Please enter a number'],
  zip: [/^\d{5}(?:-\d{4})?$/, 'Please enter a valid zip code'],
  url: [/^https?:\/\/[^\s/]+\.[^\s]+$/i, 'Please enter a valid url'],
  imageurl: [/^https?:\/\/[^\s/]+\.[^\s]+$/i, 'Please enter a valid image url'],
}

function wrongWith({ type, options }: MergeFieldSettings, text: string): string | undefined {
  const [pattern, message] = PATTERNS[type] ?? []
  if (pattern) return pattern.test(text) ? undefined : message
  if (type === 'birthday') return isBirthday(text, options.date_format) ? undefined : 'Please enter a valid birthday'
  if (type === 'date') return isoDate(text, options.date_format) === undefined ? 'Please enter a valid date' : undefined
  if (type === 'phone' && options.phone_format === 'US') {
    return text.replace(/\D/g, '').length === 10 ? undefined : 'Please enter a valid phone number'
  }
  const choices = type === 'radio' || type === 'dropdown' ? (options.choices ?? []) : undefined
  return choices && !choices.includes(text) ? 'Please select a valid choice' : undefined
}

/** MM/DD, or DD/MM where the field says so. */
function isBirthday(text: string, format = 'MM/DD'): boolean {
  const parts = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
  if (!parts) return false
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const [month, day] = format.startsWith('DD') ? [second, first] : [first, second]
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate()
}

/** `2026-01-31` of a date in that form or in the field's own. */
function isoDate(text: string, format = 'MM/DD/YYYY'): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const own = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : own
      ? format.startsWith('DD')
        ? [own[3], own[2], own[1]]
        : [own[3], own[1], own[2]]
      : []
  if (year === undefined) return undefined
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const valid = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day)
  return valid ? time.toISOString().slice(0, 10) : undefined
}
