import { SandboxError } from '../../../src/engine/kit.js'
import { addDays, type Day, readDay } from '../history/dates.js'
import type { WorkdayWorld } from '../world.js'

/**
 * A day as states name it: `2026-01-31`, `today`, or so many days from today: `+7d`, `-30d`.
 * @throws SandboxError for anything else
 */
export function dayNamed(world: WorkdayWorld, value: unknown, usual: Day): Day {
  if (value === undefined) return usual
  const text = String(value)
  if (text === 'today') return world.today()
  const [, days] = /^([+-]\d{1,5})d$/.exec(text) ?? []
  const day = days === undefined ? readDay(text) : addDays(world.today(), Number(days))
  if (day !== undefined) return day
  throw new SandboxError(
    'SANDBOX_BAD_INPUT',
    `'${text}' is no day.`,
    'Write the day as 2026-01-31, as today, or as +7d or -30d from today.',
  )
}
