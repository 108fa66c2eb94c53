/** In milliseconds. */
export const DAY = 86_400_000

/** A day of the calendar, `2026-01-31`. Days have no time zone: the tenant's own day is the world's in UTC. */
export type Day = string

export function dayOf(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10)
}

export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY)
}

/** The first moment of a day, Unix milliseconds. */
export function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/**
 * The day that a text means: `2026-01-31`, one with a zone behind it (`2026-01-31-08:00`, as XML writes), or a moment.
 * Undefined for what is no day of the calendar.
 */
export function readDay(text: unknown): Day | undefined {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(String(text ?? '').trim()) ?? []
  if (!day) return undefined
  const moment = Date.parse(`${day}T00:00:00Z`)
  // 31 February is read as 3 March.
  return !Number.isNaN(moment) && dayOf(moment) === day ? day : undefined
}

/** A day or a moment of XML as Unix milliseconds; undefined for what is neither. */
export function readMoment(text: string): number | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
  if (readDay(day) === undefined || day === undefined) return undefined
  const moment = time === undefined ? startOf(day) : Date.parse(text)
  return Number.isNaN(moment) ? undefined : moment
}

/** The moment that a text means which was read as one. */
export function momentOf(text: string): number {
  return readMoment(text) ?? Number.NaN
}
