import { invalidFields } from '../error-table.js'

const YEAR = 366 * 24 * 3_600_000
const TIME = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(?:Z|UTC|\+00:?00)?\s*$/

/** A time in UTC, `YYYY-MM-DD HH:MM:SS`, as Unix milliseconds; undefined for what is none. */
export function parseTime(text: string): number | undefined {
  const parts = TIME.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  return new Date(at).getUTCDate() === day && hour < 24 && minute < 60 && second < 60 ? at : undefined
}

/**
 * When a message shall be sent. One that lies in the past is sent at once.
 * @throws ValidationError for what is no time, and for one more than a year ahead
 * @unverified both wordings
 */
export function parseSendAt(now: number, text: string): number {
  const at = parseTime(text)
  if (at === undefined) throw invalidFields({ send_at: 'Please enter a valid date and time: YYYY-MM-DD HH:MM:SS' })
  if (at > now + YEAR) throw invalidFields({ send_at: 'Messages can be scheduled up to one year in advance' })
  return at
}
