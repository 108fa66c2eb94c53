import { dateText, dayOf, firstDayOf, monthOf, weekday, zoneOffset } from './calendar.js'

/** A value's moment on the calendar that is asked for: day from 1 January 1970, and hour. */
interface Moment {
  readonly day: number
  readonly hour: number
}

interface DateFunction {
  /** Whether it takes dates too, and not only datetimes. */
  readonly dates: boolean
  readonly of: (moment: Moment, fiscalYearStartMonth: number) => number | string
}

const yearOf = (day: number) => Math.floor(monthOf(day) / 12)
const firstOfYear = (day: number) => firstDayOf(yearOf(day) * 12)
const fiscalMonth = (day: number, start: number) => (((monthOf(day) - (start - 1)) % 12) + 12) % 12

/**
 * What GROUP BY and WHERE can make of a date. A fiscal year is named for the calendar year in which it ends.
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm (read 2026-11)
 */
export const DATE_FUNCTIONS: ReadonlyMap<string, DateFunction> = new Map<string, DateFunction>([
  ['CALENDAR_MONTH', { dates: true, of: ({ day }) => (monthOf(day) % 12) + 1 }],
  ['CALENDAR_QUARTER', { dates: true, of: ({ day }) => Math.floor((monthOf(day) % 12) / 3) + 1 }],
  ['CALENDAR_YEAR', { dates: true, of: ({ day }) => yearOf(day) }],
  ['DAY_IN_MONTH', { dates: true, of: ({ day }) => day - firstDayOf(monthOf(day)) + 1 }],
  ['DAY_IN_WEEK', { dates: true, of: ({ day }) => weekday(day) + 1 }],
  ['DAY_IN_YEAR', { dates: true, of: ({ day }) => day - firstOfYear(day) + 1 }],
  ['DAY_ONLY', { dates: false, of: ({ day }) => dateText(day) }],
  ['FISCAL_MONTH', { dates: true, of: ({ day }, start) => fiscalMonth(day, start) + 1 }],
  ['FISCAL_QUARTER', { dates: true, of: ({ day }, start) => Math.floor(fiscalMonth(day, start) / 3) + 1 }],
  [
    'FISCAL_YEAR',
    { dates: true, of: ({ day }, start) => Math.floor((monthOf(day) - (start - 1)) / 12) + (start > 1 ? 1 : 0) },
  ],
  ['HOUR_IN_DAY', { dates: false, of: ({ hour }) => hour }],
  ['WEEK_IN_MONTH', { dates: true, of: ({ day }) => Math.floor((day - firstDayOf(monthOf(day))) / 7) + 1 }],
  ['WEEK_IN_YEAR', { dates: true, of: ({ day }) => Math.floor((day - firstOfYear(day)) / 7) + 1 }],
])

/** The moment of `2026-01-01` or `2026-01-01T00:00:00.000+0000`, in a zone for the second. */
export function momentOf(value: string, timeZone: string): Moment {
  const at = Date.parse(value.length > 10 ? `${value.slice(0, 23)}Z` : `${value}T00:00:00Z`)
  if (value.length <= 10) return { day: Math.floor(at / 86_400_000), hour: 0 }
  const local = at + zoneOffset(at, timeZone)
  return { day: dayOf(local, 'UTC'), hour: new Date(local).getUTCHours() }
}
