import { addDays, type Day } from '../history/dates.js'
import type { WorkdayWorld } from '../world.js'
import { makeTenantData, type TenantData } from './tenant-data.js'
import { WorkerBuilder } from './worker-builder.js'

/** How long the company has been there, in days. */
export const HISTORY = 5 * 365

/** A tenant as it is handed over: organizations, locations, job profiles, and those who lead. */
export function setUpTenant(world: WorkdayWorld): void {
  const data = makeTenantData(world)
  hireLeaders(world, new WorkerBuilder(world, data), data, addDays(world.today(), -HISTORY))
}

/** The head of all, then one head a department and one a team: each leads an organization and is a member of the one above. */
function hireLeaders(world: WorkdayWorld, builder: WorkerBuilder, data: TenantData, day: Day): void {
  let number = 0
  const lead = (organization: string, member: string, department: number, level: number): void => {
    const worker = builder.hire({ number: number++, hireDate: day, organization: member, department, level })
    const row = world.organizations.find(organization)
    if (row) world.organizations.put({ ...row, manager: worker.id })
  }
  lead(data.top, data.top, 4, 4)
  data.departments.forEach(({ id }, i) => {
    lead(id, data.top, i, 4)
  })
  data.departments.forEach(({ id, teams }, i) => {
    for (const team of teams) lead(team, id, i, 3)
  })
}
