import { SandboxError } from '../errors.js'

/** A length of time. Months are kept apart, since they are not all as long. */
export interface Duration {
  readonly months: number
  readonly milliseconds: number
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}
const SHORT = /^(?:\d+(?:\.\d+)?(?:ms|[smhdw])\s*)+$/
const ISO =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/**
 * Reads `30d`, `1h30m`, `10s`, `250ms`, or an ISO 8601 duration such as `P1M` or `PT12H`.
 * @throws SandboxError (`SANDBOX_BAD_INPUT`)
 */
export function parseDuration(text: string): Duration {
  const trimmed = text.trim()
  if (SHORT.test(trimmed)) {
    let milliseconds = 0
    for (const [, amount, unit = ''] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)) {
      milliseconds += Number(amount) * (UNITS[unit] ?? 0)
    }
    return bounded(text, { months: 0, milliseconds: Math.round(milliseconds) })
  }
  const iso = ISO.exec(trimmed)
  if (!iso) throw unreadable(text)
  const [years, months, weeks, days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0))
  const milliseconds =
    (weeks ?? 0) * 604_800_000 +
    (days ?? 0) * 86_400_000 +
    (hours ?? 0) * 3_600_000 +
    (minutes ?? 0) * 60_000 +
    (seconds ?? 0) * 1000
  return bounded(text, { months: (years ?? 0) * 12 + (months ?? 0), milliseconds: Math.round(milliseconds) })
}

/** A moment so much later (Unix milliseconds, UTC); the last day of a month stays within the month that it comes to. */
export function addDuration(from: number, { months, milliseconds }: Duration): number {
  if (months === 0) return from + milliseconds
  const date = new Date(from)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.getTime() + milliseconds
}

/**
 * Reads a moment in ISO 8601: `2026-11-24`, `2026-11-24T10:00:00Z`. Without a zone it is UTC. Gives Unix milliseconds.
 * @throws SandboxError (`SANDBOX_BAD_INPUT`)
 */
export function parseMoment(text: string): number {
  const trimmed = text.trim()
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(trimmed)
  const time = /^\d{4}-\d\d-\d\d/.test(trimmed) ? Date.parse(local ? `${trimmed}Z` : trimmed) : Number.NaN
  if (!Number.isNaN(time)) return time
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${text}' is no time.`, 'Write it as 2026-11-24T10:00:00Z.')
}

function bounded(text: string, duration: Duration): Duration {
  const years = duration.months / 12 + duration.milliseconds / (365 * 86_400_000)
  if (years <= 100) return duration
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${text}' is more than a hundred years.`, 'Advance by less.')
}

function unreadable(text: string): SandboxError {
  return new SandboxError(
    'SANDBOX_BAD_INPUT',
    `'${text}' is no length of time.`,
    'Write 30d, 12h, 90m, 10s, 1h30m, or an ISO 8601 duration such as P1M.',
  )
}
