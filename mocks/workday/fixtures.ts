import { HISTORY } from './company/set-up.js'
import { type TenantData, tenantData } from './company/tenant-data.js'
import { LEVELS } from './company/words.js'
import { WorkerBuilder } from './company/worker-builder.js'
import { addDays, type Day, startOf } from './history/dates.js'
import type { WorkerRow } from './rows/worker.js'
import type { WorkdayWorld } from './world.js'

const USUAL = 250
/** How many addSpecialCases makes. */
const SPECIAL = 7
/**
 * Aldergate Instruments: an invented company with five years of history. As many workers as the setting `workers` says, among them a
 * contractor who was employed, a rehire, somebody with two jobs, hires to come, one that was rescinded, and people who left.
 */
export function seedCompany(world: WorkdayWorld): void {
  const size = world.setting('workers')
  const count = typeof size === 'number' ? size : USUAL
  const data = tenantData(world)
  const builder = new WorkerBuilder(world, data)
  const today = world.today()
  const leaders = world.workers.size
  for (let number = leaders; number < count - SPECIAL; number++) hireOne(world, builder, data, today, number)
  addSpecialCases(world, builder, data, today, Math.max(leaders, count - SPECIAL))
}

function hireOne(world: WorkdayWorld, builder: WorkerBuilder, data: TenantData, today: Day, number: number): void {
  const department = number % data.departments.length
  const teams = data.departments[department]?.teams ?? []
  const organization = teams[Math.floor(number / data.departments.length) % teams.length] ?? data.top
  const daysHere = 30 + ((number * 131) % (HISTORY - 30))
  const level = number % 3
  const hireDate = addDays(today, -daysHere)
  const contingent = number % 17 === 5
  const plan = { number, hireDate, organization, department, level }
  const worker = builder.hire(contingent ? { ...plan, kind: 'contingent', contractEnd: addDays(today, 90) } : plan)
  const lived = contingent ? worker : liveOn(builder, worker, today, daysHere, number, level)
  world.workers.put(number % 23 === 7 ? leave(builder, lived, addDays(today, -((number * 7) % 25) - 1)) : lived)
}

/** A raise each year, and for one in four a promotion after two. */
function liveOn(
  builder: WorkerBuilder,
  worker: WorkerRow,
  today: Day,
  daysHere: number,
  number: number,
  level: number,
): WorkerRow {
  let at = worker
  for (let year = 1; year * 365 < daysHere; year++) {
    const day = addDays(today, year * 365 - daysHere)
    const raise = builder.fact(worker.id, day, ['Compensation Change'], builder.pay(level, number, year))
    at = { ...at, compensation: [...at.compensation, raise] }
    const [held] = at.jobs
    const job = held?.facts.at(-1)?.value
    if (year === 2 && number % 4 === 0 && held && job) {
      const title = `Lead ${LEVELS[level]?.suffix ?? ''}`
      const promoted = builder.fact(worker.id, day, ['Change Job', 'Promotion'], {
        ...job,
        businessTitle: title,
        reason: 'Promote_Employee_Promotion',
      })
      at = { ...at, jobs: [{ ...held, facts: [...held.facts, promoted] }] }
    }
  }
  return at
}

function leave(builder: WorkerBuilder, worker: WorkerRow, last: Day): WorkerRow {
  const before = worker.employment.at(-1)?.value
  if (!before) return worker
  const type = worker.kind === 'employee' ? 'Terminate Employee' : 'End Contingent Worker Contract'
  const gone = {
    ...before,
    active: false,
    terminationDate: last,
    lastDayOfWork: last,
    terminationReason: 'Terminate_Employee_Voluntary_Other',
  }
  return { ...worker, employment: [...worker.employment, builder.fact(worker.id, addDays(last, 1), [type], gone)] }
}

/** What syncs get wrong. */
function addSpecialCases(
  world: WorkdayWorld,
  builder: WorkerBuilder,
  data: TenantData,
  today: Day,
  count: number,
): void {
  const [department] = data.departments
  const organization = department?.teams[0] ?? data.top
  const plan = (number: number, hireDate: Day) => ({ number, hireDate, organization, department: 0, level: 1 })
  // Hired, not here yet.
  builder.hire(plan(count, addDays(today, 10)))
  builder.hire(plan(count + 1, addDays(today, 45)))
  // A hire to come that was taken back.
  builder.hire(plan(count + 2, addDays(today, 20)), startOf(today) - 3_600_000)
  // A contractor who was then employed: one person, the same reference, two workers.
  const first = { ...plan(count + 3, addDays(today, -700)), reference: String(30_001 + count + 3) }
  const contractor = builder.hire({ ...first, kind: 'contingent' })
  world.workers.put(leave(builder, contractor, addDays(today, -201)))
  builder.hire({ ...first, number: count + 4, hireDate: addDays(today, -200), person: contractor.person })
  // Left, and came back as the same worker.
  const left = leave(builder, builder.hire(plan(count + 5, addDays(today, -1500))), addDays(today, -900))
  const original = left.employment[0]?.value
  if (original) {
    const back = { ...original, hireDate: addDays(today, -300), hireReason: 'Hire_Employee_Rehire' }
    world.workers.put({
      ...left,
      employment: [...left.employment, builder.fact(left.id, back.hireDate, ['Hire Employee'], back)],
    })
  }
  // Two jobs at once.
  const two = builder.hire(plan(count + 6, addDays(today, -400)))
  const other = { ...plan(count + 6, addDays(today, -100)), department: 1, level: 0 }
  const position = builder.makePosition(other)
  const job = builder.fact(two.id, other.hireDate, ['Add Additional Job'], builder.job(other, position))
  world.workers.put({ ...two, jobs: [...two.jobs, { position, facts: [job] }] })
}
