/** Days, weeks, months and quarters in a time zone. A day is counted from 1 January 1970; a month from January of year 0. */

const DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** How far a zone is ahead of UTC at a moment, in milliseconds. An unknown zone is UTC. */
export function zoneOffset(at: number, timeZone: string): number {
  if (timeZone === 'UTC' || timeZone === 'GMT') return 0
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: string) => parts.get(name as Intl.DateTimeFormatPartTypes) ?? 0
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(at / 1000) * 1000
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone })
  } catch {
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
  formats.set(timeZone, format)
  return format
}

export function dayOf(at: number, timeZone: string): number {
  return Math.floor((at + zoneOffset(at, timeZone)) / DAY)
}

/** The moment at which a day begins in a zone. */
export function startOfDay(day: number, timeZone: string): number {
  const utc = day * DAY
  const guess = utc - zoneOffset(utc, timeZone)
  return utc - zoneOffset(guess, timeZone)
}

export function monthOf(day: number): number {
  const date = new Date(day * DAY)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

export function firstDayOf(month: number): number {
  const year = Math.floor(month / 12)
  const date = new Date(0)
  date.setUTCFullYear(year, month - year * 12, 1)
  return Math.floor(date.getTime() / DAY)
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal-quarter' | 'fiscal-year'

/** The first day of the unit that lies so many units from the one in which a day is. Weeks begin on Sunday. */
export function startOfUnit(unit: Unit, day: number, offset: number, fiscalYearStartMonth: number): number {
  if (unit === 'day') return day + offset
  if (unit === 'week') return day - weekday(day) + offset * 7
  const size = { month: 1, quarter: 3, year: 12, 'fiscal-quarter': 3, 'fiscal-year': 12 }[unit]
  const shift = unit.startsWith('fiscal') ? fiscalYearStartMonth - 1 : 0
  const index = Math.floor((monthOf(day) - shift) / size) + offset
  return firstDayOf(index * size + shift)
}

/** `2026-01-01` */
export function dateText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** `2026-01-01T00:00:00.000+0000` */
export function datetimeText(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000')
}
