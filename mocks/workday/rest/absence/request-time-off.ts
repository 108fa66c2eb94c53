import { operation } from '../../api.js'
import { callerOf } from '../../auth.js'
import { STATUS_TEXT } from '../../business-process/event.js'
import { initiate, submit } from '../../business-process/process.js'
import { type Day, readDay } from '../../history/dates.js'
import type { TimeOffRow } from '../../rows/time-off.js'
import type { WorkerRow } from '../../rows/worker.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, fieldsOf, idIn, listIn, numberIn, textIn } from '../body.js'
import { invalidValue, refuse } from '../complaints.js'
import { given } from '../given.js'
import { workerReference } from '../references.js'
import { ACTIONS, eventName } from '../staged/submit.js'
import { workerAsked } from '../worker-named.js'
import { ABSENCE } from './base.js'
import { balanceOf, daysOff, TIME_OFF_NAMES, TIME_OFF_TYPES, type TimeOffType } from './plans.js'

/**
 * Requests days off, which wait for the manager unless the tenant asks for no approvals. The action submit is asked for. Quantities in hours.
 * @throws A219 for another action, A1038, A1009, A1017, A1016 for what is missing, A1032 for one day twice, A1011 without a balance
 * @source facts A3, A4 (read 2026-11-24)
 */
export const requestTimeOff = operation(`POST ${ABSENCE}/workers/{id}/requestTimeOff`, (asked, world) => {
  const worker = workerAsked(world, asked)
  const body = fieldsOf(asked.body)
  const parameters = fieldsOf(body.businessProcessParameters)
  if (idIn(parameters, 'action') !== ACTIONS.submit) throw refuse('A219', 'businessProcessParameters.action')
  const days = listIn(body, 'days').map((day) => readDayOff(fieldsOf(day)))
  if (days.length === 0) throw refuse('A1038', 'days')
  const comment = textIn(parameters, 'comment')
  const initiated = initiate(world, {
    process: 'Request Time Off',
    worker: worker.id,
    person: worker.person,
    effective: days.map(({ date }) => date).sort()[0] ?? world.today(),
    change: { kind: 'request-time-off' },
    initiator: callerOf(asked.call).user,
    ...(comment !== undefined && { comment }),
  })
  // What was submitted counts from here on: a day twice in one request is refused, and all of it with it.
  const event = submit(world, initiated, { autoComplete: false })
  const entries = days.map((day) => take(world, worker, event.id, day))
  return {
    businessProcessParameters: {
      action: { id: ACTIONS.submit },
      overallBusinessProcess: { id: event.id, descriptor: eventName(world, event) },
      overallStatus: STATUS_TEXT[event.status],
      for: workerReference(world, worker.id),
    },
    days: entries.map(({ id, date, type, quantity, comment }) => ({
      id,
      date,
      timeOffType: TIME_OFF_TYPES.of(type),
      dailyQuantity: quantity,
      ...given('comment', comment),
    })),
  }
})

interface DayOff {
  readonly date: Day
  readonly type: TimeOffType
  readonly quantity: number
  readonly comment?: string
}

function readDayOff(day: Fields): DayOff {
  const text = textIn(day, 'date')
  if (text === undefined) throw refuse('A1038', 'days.date')
  const date = readDay(text)
  if (date === undefined) throw invalidValue('days.date')
  const wanted = idIn(day, 'timeOffType')
  if (wanted === undefined) throw refuse('A1009', 'days.timeOffType')
  const type = TIME_OFF_NAMES.find((name) => name === TIME_OFF_TYPES.valueOf(wanted))
  if (type === undefined) throw invalidValue('days.timeOffType')
  const quantity = numberIn(day, 'dailyQuantity')
  if (quantity === undefined) throw refuse('A1017', 'days.dailyQuantity')
  if (quantity <= 0) throw refuse('A1016', 'days.dailyQuantity')
  const comment = textIn(day, 'comment')
  return { date, type, quantity, ...(comment !== undefined && { comment }) }
}

function take(world: WorkdayWorld, worker: WorkerRow, request: string, day: DayOff): TimeOffRow {
  const { date, type, quantity } = day
  const before = daysOff(world, worker)
  if (before.some((entry) => entry.date === date && entry.type === type)) throw refuse('A1032', 'days')
  if (balanceOf(world, worker, type, date) < quantity) {
    const { descriptor } = TIME_OFF_TYPES.of(type)
    throw refuse('A1011', 'days', { type: descriptor, date })
  }
  return world.timeOff.insert({ id: world.newWid(), worker: worker.id, request, ...day })
}
