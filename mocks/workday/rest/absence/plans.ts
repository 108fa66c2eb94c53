import type { Day } from '../../history/dates.js'
import type { TimeOffRow } from '../../rows/time-off.js'
import type { WorkerRow } from '../../rows/worker.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import { fixedValues } from '../values.js'

/** Hours a year that each type gives, and hours of a day of it. @unverified: rules of accrual are each tenant's own */
export const TIME_OFF = {
  Vacation: { hours: 200, daily: 8 },
  Sick: { hours: 80, daily: 8 },
  Floating_Holiday: { hours: 16, daily: 8 },
} as const

export type TimeOffType = keyof typeof TIME_OFF

export const TIME_OFF_TYPES = fixedValues('Time_Off_Type_ID', [
  ['Vacation', 'Vacation'],
  ['Sick', 'Sick'],
  ['Floating_Holiday', 'Floating Holiday'],
])

export const HOURS = { id: valueWid('Unit_of_Time_ID', 'Hours'), descriptor: 'Hours' }

export const TIME_OFF_NAMES: readonly TimeOffType[] = ['Vacation', 'Sick', 'Floating_Holiday']

/** Those who are employed have time off; contingent workers have none. */
export function isEligible(world: WorkdayWorld, worker: WorkerRow): boolean {
  return worker.kind === 'employee' && world.isActive(worker)
}

/** Days off that were granted, or that are asked for and not denied. */
export function daysOff(world: WorkdayWorld, worker: WorkerRow): readonly TimeOffRow[] {
  return world.timeOff.where('worker', worker.id).filter(({ request }) => {
    const status = world.events.find(request)?.status
    return status === 'in-progress' || status === 'completed'
  })
}

/** Hours that are left in the calendar year of a day. */
export function balanceOf(world: WorkdayWorld, worker: WorkerRow, type: TimeOffType, day: Day): number {
  if (!isEligible(world, worker)) return 0
  const year = day.slice(0, 4)
  const taken = daysOff(world, worker)
    .filter((entry) => entry.type === type && entry.date.startsWith(year))
    .reduce((sum, { quantity }) => sum + quantity, 0)
  return TIME_OFF[type].hours - taken
}
