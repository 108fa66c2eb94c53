import { behaviour } from '../../api.js'
import type { JobProfileRow } from '../../rows/tenant.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, referencesOf } from '../elements.js'
import { answerSoap, readSoap } from '../operation.js'
import { cut, readPage, results } from '../paging.js'
import type { ReadElements } from '../read.js'
import { refer, referRow } from '../refer.js'
import { referenced } from '../referenced.js'
import type { Elements } from '../write.js'

const ROOT = 'Get_Job_Profiles_Request'

/** Kinds of jobs. @source facts B4 (read 2026-11-23) */
export const getJobProfiles = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Get_Job_Profiles_Request',
  (input, world) => {
    const soap = readSoap('Human_Resources', ROOT, input)
    const { request } = soap
    const page = readPage(elementsOf(request.Response_Filter))
    const found =
      referenced<JobProfileRow>(world, 'jobProfile', request, 'Job_Profile_Reference') ??
      byCriteria(world, elementsOf(request.Request_Criteria))
    return answerSoap(soap, ROOT, {
      Response_Filter: { Page: page.page, Count: page.count },
      Response_Results: results(found.length, page),
      Response_Data: { Job_Profile: cut(found, page).map((row) => render(world, row)) },
    })
  },
)

function byCriteria(world: WorkdayWorld, criteria: ReadElements): readonly JobProfileRow[] {
  const values = (name: string) => referencesOf(criteria[name]).flatMap(({ ids }) => ids.map(({ value }) => value))
  const families = values('Job_Family_Reference')
  const levels = values('Management_Level_Reference')
  return world.jobProfiles.all().filter((row) => {
    const family = world.jobFamilies.find(row.family)
    const inFamily =
      families.length === 0 || families.includes(row.family) || families.includes(family?.reference ?? '')
    return inFamily && (levels.length === 0 || levels.includes(row.managementLevel))
  })
}

function render(world: WorkdayWorld, row: JobProfileRow): Elements {
  const family = referRow('Job_Family_ID', world.jobFamilies.find(row.family))
  return {
    Job_Profile_Reference: referRow('Job_Profile_ID', row),
    Job_Profile_Data: {
      Job_Code: row.reference,
      Job_Profile_Basic_Data: {
        Inactive: row.inactive,
        Job_Title: row.name,
        Job_Profile_Summary: row.summary,
        Public_Job: true,
        Management_Level_Reference: refer('Management_Level_ID', row.managementLevel),
        Job_Family_Data: family ? [{ Job_Family_Reference: family }] : [],
      },
    },
  }
}
