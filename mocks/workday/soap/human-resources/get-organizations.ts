import { behaviour } from '../../api.js'
import type { OrganizationRow } from '../../rows/tenant.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, referencesOf } from '../elements.js'
import { answerSoap, readSoap } from '../operation.js'
import { cut, readPage, results } from '../paging.js'
import type { ReadElements } from '../read.js'
import { refer, referOrganization, referRow, referWorker } from '../refer.js'
import { referenced } from '../referenced.js'
import type { Elements } from '../write.js'

const ROOT = 'Get_Organizations_Request'

/** Organizations of every type, with what is above and below each. @source facts B4 (read 2026-11-23) */
export const getOrganizations = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Get_Organizations_Request',
  (input, world) => {
    const soap = readSoap('Human_Resources', ROOT, input)
    const { request } = soap
    const page = readPage(elementsOf(request.Response_Filter))
    const group = elementsOf(request.Response_Group)
    const found =
      referenced<OrganizationRow>(world, 'organization', request, 'Organization_Reference') ??
      byCriteria(world, elementsOf(request.Request_Criteria))
    return answerSoap(soap, ROOT, {
      Response_Filter: { Page: page.page, Count: page.count },
      Response_Results: results(found.length, page),
      Response_Data: { Organization: cut(found, page).map((row) => render(world, row, group)) },
    })
  },
)

function byCriteria(world: WorkdayWorld, criteria: ReadElements): readonly OrganizationRow[] {
  const types = referencesOf(criteria.Organization_Type_Reference).flatMap(({ ids }) => ids.map(({ value }) => value))
  const inactiveToo = criteria.Include_Inactive === true
  return world.organizations
    .all()
    .filter((row) => (inactiveToo || !row.inactive) && (types.length === 0 || types.includes(row.type)))
}

function render(world: WorkdayWorld, row: OrganizationRow, group: ReadElements): Elements {
  const below = world.organizations.where('superior', row.id)
  return {
    Organization_Reference: referOrganization(world, row.id),
    Organization_Data: {
      Reference_ID: row.reference,
      Name: row.name,
      Organization_Code: row.code,
      Organization_Type_Reference: refer('Organization_Type_ID', row.type),
      Inactive: row.inactive,
      Manager_Reference: referWorker(world, row.manager),
      ...(group.Include_Hierarchy_Data === true && {
        Hierarchy_Data: {
          'Top-Level_Organization_Reference': referOrganization(world, topOf(world, row)),
          Superior_Organization_Reference: referOrganization(world, row.superior),
          Subordinate_Organization_Reference: below.map(({ id }) => referOrganization(world, id)),
        },
      }),
      ...(group.Include_Supervisory_Data === true &&
        row.type === 'SUPERVISORY' && {
          Supervisory_Data: {
            Staffing_Model: 'Job Management',
            Location_Reference:
              row.location === undefined ? undefined : referRow('Location_ID', world.locations.find(row.location)),
            Available_For_Hire: !row.inactive,
            Hiring_Freeze: false,
          },
        }),
    },
  }
}

function topOf(world: WorkdayWorld, row: OrganizationRow): string {
  let at = row
  for (let depth = 0; at.superior !== undefined && depth < 100; depth++) {
    const above = world.organizations.find(at.superior)
    if (!above) break
    at = above
  }
  return at.id
}
