import { behaviour } from '../../api.js'
import type { LocationRow } from '../../rows/tenant.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, textOf } from '../elements.js'
import { answerSoap, readSoap } from '../operation.js'
import { cut, readPage, results } from '../paging.js'
import type { ReadElements } from '../read.js'
import { refer, referCountry, referRow } from '../refer.js'
import { referenced } from '../referenced.js'
import type { Elements } from '../write.js'

const ROOT = 'Get_Locations_Request'

/** Places of work. @source facts B4 (read 2026-11-23) */
export const getLocations = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Get_Locations_Request',
  (input, world) => {
    const soap = readSoap('Human_Resources', ROOT, input)
    const { request } = soap
    const page = readPage(elementsOf(request.Response_Filter))
    const found =
      referenced<LocationRow>(world, 'location', request, 'Location_Reference') ??
      byCriteria(world, elementsOf(request.Request_Criteria))
    return answerSoap(soap, ROOT, {
      Response_Filter: { Page: page.page, Count: page.count },
      Response_Results: results(found.length, page),
      Response_Data: { Location: cut(found, page).map(render) },
    })
  },
)

function byCriteria(world: WorkdayWorld, criteria: ReadElements): readonly LocationRow[] {
  const name = textOf(criteria.Location_Name)
  return world.locations
    .all()
    .filter((row) => name === undefined || row.name === name)
    .filter(({ inactive }) => !(inactive ? criteria.Exclude_Inactive_Locations : criteria.Exclude_Active_Locations))
}

function render(row: LocationRow): Elements {
  return {
    Location_Reference: referRow('Location_ID', row),
    Location_Data: {
      Location_ID: row.reference,
      Location_Name: row.name,
      Location_Usage_Reference: [refer('Location_Usage_ID', 'BUSINESS SITE')],
      Inactive: row.inactive,
      Time_Zone_Reference: refer('Time_Zone_ID', row.timeZone),
      Contact_Data: {
        Address_Data: [
          {
            Country_Reference: referCountry(row.country),
            Address_Line_Data: [{ '@Type': 'ADDRESS_LINE_1', '#text': row.addressLine1 }],
            Municipality: row.city,
            Country_Region_Reference: refer('Country_Region_ID', row.region),
            Postal_Code: row.postalCode,
          },
        ],
      },
    },
  }
}
