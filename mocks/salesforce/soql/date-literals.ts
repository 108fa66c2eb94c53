import type { DateLiteral } from './ast.js'
import { dateText, datetimeText, dayOf, startOfDay, startOfUnit, type Unit } from './calendar.js'
import type { Environment } from './environment.js'
import { malformed } from './soql-error.js'

const UNITS: readonly (readonly [word: string, unit: Unit])[] = [
  ['DAY', 'day'],
  ['WEEK', 'week'],
  ['MONTH', 'month'],
  ['QUARTER', 'quarter'],
  ['YEAR', 'year'],
  ['FISCAL_QUARTER', 'fiscal-quarter'],
  ['FISCAL_YEAR', 'fiscal-year'],
]

/** From the unit with this offset up to, not including, the other. */
type Range = readonly [unit: Unit, from: number, to: number]

const FIXED = new Map<string, Range>([
  ['YESTERDAY', ['day', -1, 0]],
  ['TODAY', ['day', 0, 1]],
  ['TOMORROW', ['day', 1, 2]],
  ['LAST_90_DAYS', ['day', -90, 1]],
  ['NEXT_90_DAYS', ['day', 1, 91]],
])
const COUNTED = new Map<string, (n: number) => Range>()

for (const [word, unit] of UNITS) {
  if (unit !== 'day') {
    FIXED.set(`LAST_${word}`, [unit, -1, 0])
    FIXED.set(`THIS_${word}`, [unit, 0, 1])
    FIXED.set(`NEXT_${word}`, [unit, 1, 2])
  }
  // The last n days hold today; the last n of anything else end before the present one.
  COUNTED.set(`LAST_N_${word}S`, (n) => [unit, -n, unit === 'day' ? 1 : 0])
  COUNTED.set(`NEXT_N_${word}S`, (n) => [unit, 1, n + 1])
  COUNTED.set(`N_${word}S_AGO`, (n) => [unit, -n, 1 - n])
}

/** Each literal's name, and whether a colon and a number belong to it. */
export const DATE_LITERALS: ReadonlyMap<string, boolean> = new Map([
  ...[...FIXED.keys()].map((name) => [name, false] as const),
  ...[...COUNTED.keys()].map((name) => [name, true] as const),
])

const MOST_UNITS = 40_000

/**
 * The first value of a literal's range and the first behind it, as text that a row's value is compared with.
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm (read 2026-11)
 */
export function dateRange(
  literal: DateLiteral,
  type: 'date' | 'datetime',
  environment: Environment,
): readonly [from: string, to: string] {
  const { n = 0 } = literal
  if (n > MOST_UNITS) throw malformed(`Invalid date literal value: ${n}`, literal.start)
  const range = FIXED.get(literal.name) ?? COUNTED.get(literal.name)?.(n)
  if (!range) throw malformed(`unexpected token: '${literal.name}'`, literal.start)
  const [unit, from, to] = range
  const { timeZone, fiscalYearStartMonth } = environment
  const today = dayOf(environment.now, timeZone)
  const days = [from, to].map((offset) => startOfUnit(unit, today, offset, fiscalYearStartMonth))
  const text = (day = 0) => (type === 'date' ? dateText(day) : datetimeText(startOfDay(day, timeZone)))
  return [text(days[0]), text(days[1])]
}
