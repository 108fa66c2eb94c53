import type { Behaviour } from '../../../../src/engine/kit.js'
import { operation } from '../../api.js'
import type { Day } from '../../history/dates.js'
import { resolve } from '../../references.js'
import type { WorkerRow } from '../../rows/worker.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, textIn, textsIn } from '../body.js'
import { type Asked, collection, pageIn } from '../collection.js'
import { COMMON } from '../common/workers.js'
import { given } from '../given.js'
import { prompt } from '../prompts.js'
import { workerReference } from '../references.js'
import { renderWorker } from '../staffing/workers/worker.js'
import { fixedValues, NO_VALUES } from '../values.js'
import { workerAsked } from '../worker-named.js'
import { ABSENCE } from './base.js'
import {
  balanceOf,
  daysOff,
  HOURS,
  isEligible,
  TIME_OFF,
  TIME_OFF_NAMES,
  TIME_OFF_TYPES,
  type TimeOffType,
} from './plans.js'
import { requestTimeOff } from './request-time-off.js'

interface Balance {
  readonly id: string
  readonly worker: WorkerRow
  readonly type: TimeOffType
  readonly day: Day
}

/** One for each type of time off of a worker. */
function balances(world: WorkdayWorld, worker: WorkerRow, { query }: Pick<Asked, 'query'>): Balance[] {
  const day = textIn(query, 'effective') ?? world.today()
  return isEligible(world, worker)
    ? TIME_OFF_NAMES.map((type) => ({ id: valueWid(worker.id, type), worker, type, day }))
    : []
}

/** Its id is not told with it. @unverified how a client learns it */
function renderBalance(world: WorkdayWorld, { worker, type, day }: Balance): Fields {
  return {
    absencePlan: { ...TIME_OFF_TYPES.of(type) },
    category: CATEGORY,
    effectiveDate: day,
    quantity: balanceOf(world, worker, type, day),
    unit: HOURS,
    worker: workerReference(world, worker.id),
  }
}

const CATEGORY = { id: valueWid('Absence_Category', 'Time Off'), descriptor: 'Time Off' }
const SUBMITTED = { id: valueWid('Time_Off_Status', 'Submitted'), descriptor: 'Submitted' }
const APPROVED = { id: valueWid('Time_Off_Status', 'Approved'), descriptor: 'Approved' }

function renderType(_: WorkdayWorld, type: TimeOffType): Fields {
  return {
    ...TIME_OFF_TYPES.of(type),
    category: CATEGORY,
    absenceReasons: [],
    dailyDefaultQuantity: TIME_OFF[type].daily,
    unitOfTime: HOURS,
    reasonRequired: false,
    positionBased: false,
    startAndEndTimeRequired: false,
    displayStartAndEndTime: false,
    calculateQuantityBasedOnStartAndEndTime: false,
  }
}

const ONE = `${ABSENCE}/workers/{id}`

/** Days off that were requested, by the query's days and types. */
const timeOffDetails = operation(`GET ${ONE}/timeOffDetails`, (asked, world) => {
  const worker = workerAsked(world, asked)
  const { query } = asked
  const [from, to] = [textIn(query, 'fromDate') ?? '', textIn(query, 'toDate') ?? '9999-12-31']
  const types = textsIn(query, 'timeOffType').map((id) => TIME_OFF_TYPES.valueOf(id))
  const found = daysOff(world, worker).filter(
    ({ date, type }) => date >= from && date <= to && (types.length === 0 || types.includes(type)),
  )
  return pageIn(query, found, ({ date, quantity, type, comment, request }) => ({
    date,
    quantity,
    timeOffType: TIME_OFF_TYPES.of(type),
    unit: HOURS,
    status: world.events.find(request)?.status === 'completed' ? APPROVED : SUBMITTED,
    worker: workerReference(world, worker.id),
    ...given('comment', comment),
  }))
})

/** Absence: types, balances, days off. No leave is modelled, so nobody is on one. @source facts A3, A4 (read 2026-11-24) */
export const absenceBehaviours: readonly Behaviour[] = [
  requestTimeOff,
  timeOffDetails,
  ...collection<WorkerRow>({
    list: `GET ${ABSENCE}/workers`,
    one: `GET ${ONE}`,
    all: (world, { query }) => world.roster(false, textIn(query, 'search')),
    idOf: ({ id }) => id,
    find: (world, id) => resolve<WorkerRow>(world, 'worker', id),
    render: (world, worker) => {
      const { workerId: _, workerType: __, ...rest } = renderWorker(world, worker)
      return rest
    },
  }),
  ...collection<TimeOffType>({
    list: `GET ${ONE}/eligibleAbsenceTypes`,
    one: `GET ${ONE}/eligibleAbsenceTypes/{subresourceID}`,
    all: (world, asked) => (isEligible(world, workerAsked(world, asked)) ? TIME_OFF_NAMES : []),
    idOf: (type) => TIME_OFF_TYPES.of(type).id,
    render: renderType,
  }),
  ...collection<Balance>({
    list: `GET ${ABSENCE}/balances`,
    one: `GET ${ABSENCE}/balances/{id}`,
    all: (world, asked) => {
      const named = textIn(asked.query, 'worker')
      const worker = named === undefined ? undefined : resolve<WorkerRow>(world, 'worker', named)
      if (named !== undefined) return worker ? balances(world, worker, asked) : []
      return world.roster(false).flatMap((each) => balances(world, each, asked))
    },
    idOf: ({ id }) => id,
    render: renderBalance,
  }),
  ...collection<never>({
    list: `GET ${ONE}/leavesOfAbsence`,
    one: `GET ${ONE}/leavesOfAbsence/{subresourceID}`,
    all: (world, asked) => {
      workerAsked(world, asked)
      return []
    },
    idOf: (none) => none,
    render: (_, none) => none,
  }),
  ...collection<Balance>({
    list: `GET ${COMMON}/workers/{id}/timeOffPlans`,
    one: `GET ${COMMON}/workers/{id}/timeOffPlans/{subresourceID}`,
    all: (world, asked) => balances(world, workerAsked(world, asked), asked),
    idOf: ({ id }) => id,
    render: (world, balance) => ({
      id: balance.id,
      descriptor: TIME_OFF_TYPES.of(balance.type).descriptor,
      href: `/timeOffPlans/${balance.id}`,
      timeOffBalance: balanceOf(world, balance.worker, balance.type, balance.day),
      unitOfTime: HOURS,
    }),
  }),
  prompt(`GET ${ABSENCE}/values/leave/status`, NO_VALUES),
  prompt(`GET ${ABSENCE}/values/timeOff/status`, fixedValues('Time_Off_Status', [['Approved', 'Approved']])),
]
