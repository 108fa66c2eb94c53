import type { OrganizationType } from '../rows/tenant.js'
import type { WorkdayWorld } from '../world.js'
import { COMPANY, DEPARTMENTS, LEVELS, LOCATIONS } from './words.js'

/** WIDs of what workers refer to. */
export interface TenantData {
  readonly id: 'company'
  readonly company: string
  readonly costCenters: readonly string[]
  readonly regions: readonly string[]
  readonly locations: readonly string[]
  /** The organization of all, then one a department, each with its teams. */
  readonly top: string
  readonly departments: readonly {
    readonly id: string
    readonly teams: readonly string[]
    readonly profiles: readonly string[]
  }[]
}

/** Makes organizations, locations and job profiles: what there is before anybody is hired. */
export function makeTenantData(world: WorkdayWorld): TenantData {
  const organization = (type: OrganizationType, name: string, reference: string, superior?: string): string =>
    world.organizations.insert({
      id: world.newWid(),
      type,
      name,
      reference,
      code: reference,
      inactive: false,
      ...(superior !== undefined && { superior }),
    }).id
  const company = organization('COMPANY', COMPANY, 'CO_Aldergate')
  const locations = LOCATIONS.map(
    (location) => world.locations.insert({ id: world.newWid(), inactive: false, ...location }).id,
  )
  const regions = ['EMEA', 'Americas', 'Asia Pacific'].map((name) =>
    organization('REGION', name, `REG_${idText(name)}`),
  )
  const costCenters = DEPARTMENTS.map(({ name }, i) =>
    organization('COST_CENTER', `${4000 + i * 100} ${name}`, `CC_${4000 + i * 100}`),
  )
  const top = organization('SUPERVISORY', COMPANY, 'SUP_Aldergate')
  const group = world.jobFamilyGroups.insert({ id: world.newWid(), reference: 'JFG_All', name: 'All Families' }).id
  const departments = DEPARTMENTS.map(({ name, family, teams }) => {
    const id = organization('SUPERVISORY', name, `SUP_${idText(name)}`, top)
    const familyId = world.jobFamilies.insert({
      id: world.newWid(),
      reference: `JF_${idText(family)}`,
      name: family,
      group,
      inactive: false,
    }).id
    return {
      id,
      teams: teams.map((team) => organization('SUPERVISORY', team, `SUP_${idText(team)}`, id)),
      profiles: LEVELS.map(({ suffix, level, exempt }) => profile(world, family, familyId, suffix, level, exempt)),
    }
  })
  return world.company.insert({ id: 'company', company, costCenters, regions, locations, top, departments })
}

/** What was made of it. */
export function tenantData(world: WorkdayWorld): TenantData {
  const data = world.company.find('company')
  if (!data) throw new Error('The tenant was not set up.')
  return data
}

function profile(
  world: WorkdayWorld,
  family: string,
  familyId: string,
  suffix: string,
  level: string,
  exempt: boolean,
): string {
  const name = `${family} ${suffix}`
  return world.jobProfiles.insert({
    id: world.newWid(),
    reference: `JP_${idText(name)}`,
    name,
    family: familyId,
    managementLevel: level,
    exempt,
    summary: `${suffix} in ${family}`,
    inactive: false,
  }).id
}

function idText(name: string): string {
  return name.replaceAll(/\W+/g, '_')
}
