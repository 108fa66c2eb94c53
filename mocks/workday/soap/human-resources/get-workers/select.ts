import { momentOf } from '../../../history/dates.js'
import type { AsOf } from '../../../history/fact.js'
import type { OrganizationRow, PositionRow } from '../../../rows/tenant.js'
import type { WorkerRow } from '../../../rows/worker.js'
import type { WorkdayWorld } from '../../../world.js'
import { elementsOf, listOf, referencesOf } from '../../elements.js'
import { namedBy } from '../../named.js'
import type { ReadElements } from '../../read.js'
import { referenced } from '../../referenced.js'
import { workersInLog } from './transaction-log.js'

/** The workers that a request is for, before paging. @throws Invalid ID value, and what is wrong with its ranges */
export function selectWorkers(world: WorkdayWorld, request: ReadElements, asOf: AsOf): readonly WorkerRow[] {
  const named = referenced<WorkerRow>(world, 'worker', request, 'Worker_Reference')
  if (named) return named
  const criteria = elementsOf(request.Request_Criteria)
  const fits = criterion(world, criteria, asOf)
  // Who was hired and the hire taken back is there only for those who ask the log, which has a line that says so.
  const byLog = listOf(criteria.Transaction_Log_Criteria_Data).length > 0
  const candidates = byLog ? workersOfLog(world, criteria) : world.hired(asOf)
  return fits ? candidates.filter(fits) : candidates
}

/** Those that a log criterion names, in the order they came. */
function workersOfLog(world: WorkdayWorld, criteria: ReadElements): readonly WorkerRow[] {
  const named = workersInLog(world, listOf(criteria.Transaction_Log_Criteria_Data).map(elementsOf))
  return world.workers.all().filter(({ id }) => named.has(id))
}

/** Undefined where all are wanted. */
function criterion(
  world: WorkdayWorld,
  criteria: ReadElements,
  asOf: AsOf,
): ((worker: WorkerRow) => boolean) | undefined {
  const tests: ((worker: WorkerRow) => boolean)[] = []
  if (criteria.Exclude_Inactive_Workers === true) tests.push((worker) => world.isActive(worker, asOf))
  if (criteria.Exclude_Employees === true) tests.push(({ kind }) => kind !== 'employee')
  if (criteria.Exclude_Contingent_Workers === true) tests.push(({ kind }) => kind !== 'contingent')
  const organizations = referencesOf(criteria.Organization_Reference).map(
    (each) => namedBy<OrganizationRow>(world, 'organization', each).id,
  )
  if (organizations.length > 0) {
    const all =
      criteria.Include_Subordinate_Organizations === true
        ? world.withSubordinates(organizations)
        : new Set(organizations)
    tests.push((worker) => world.organizationsOf(worker, asOf).some((id) => all.has(id)))
  }
  const countries = referencesOf(criteria.Country_Reference).flatMap(({ ids }) => ids.map(({ value }) => value))
  if (countries.length > 0) {
    tests.push((worker) => {
      const job = world.primaryJob(worker, asOf)
      return countries.includes((job && world.locations.find(job.location)?.country) ?? '')
    })
  }
  const positions = referencesOf(criteria.Position_Reference).map(
    (each) => namedBy<PositionRow>(world, 'position', each).id,
  )
  if (positions.length > 0) {
    tests.push((worker) => world.jobsOf(worker, asOf).some(({ held }) => positions.includes(held.position)))
  }
  const nationalIds = listOf(criteria.National_ID_Criteria_Data).map((each) => elementsOf(each).Identifier_ID)
  if (nationalIds.length > 0) {
    tests.push((worker) =>
      world.person(worker.person).nationalIds.some(({ nationalId }) => nationalIds.includes(nationalId)),
    )
  }
  return tests.length === 0 ? undefined : (worker) => tests.every((test) => test(worker))
}

/** From where a request looks: today and now, unless its filter says otherwise. */
export function asOfFilter(world: WorkdayWorld, filter: ReadElements): AsOf {
  const { As_Of_Effective_Date: date, As_Of_Entry_DateTime: entered } = filter
  return {
    effective: typeof date === 'string' ? date : world.today(),
    entered: typeof entered === 'string' ? momentOf(entered) : world.now(),
  }
}
