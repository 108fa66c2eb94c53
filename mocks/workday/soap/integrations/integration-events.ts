import { behaviour } from '../../api.js'
import type { IntegrationEventRow } from '../../outbound/rows.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, referenceOf, referencesOf } from '../elements.js'
import { answerSoap, readSoap } from '../operation.js'
import { cut, readPage, results } from '../paging.js'
import { invalidId } from '../read.js'
import type { Elements } from '../write.js'

const LAUNCH = 'Launch_Integration_Event_Request'
const GET = 'Get_Integration_Events_Request'

/** How long a run takes on the tenant's clock, in milliseconds. @unverified: as long as the integration does */
const RUN = 60_000

/**
 * Starts an integration system. It is processing for a minute on the tenant's clock, then completed; what it would do is not simulated.
 * @source facts B7 (read 2026-11-23) @unverified the names of its elements
 */
export const launchIntegrationEvent = behaviour(
  'POST /ccx/service/{tenant}/Integrations/{version}#Launch_Integration_Event_Request',
  (input, world) => {
    const soap = readSoap('Integrations', LAUNCH, input)
    const system = referenceOf(soap.request.Integration_System_Reference)?.ids[0]?.value ?? ''
    const row = world.integrationEvents.insert({ id: world.newWid(), system, initiated: world.now() })
    world.port.schedule('complete-integration', world.now() + RUN, { event: row.id })
    return answerSoap(soap, LAUNCH, { Integration_Event: render(world, row) })
  },
)

/** Runs of integration systems, with how far each is. @source facts B7 (read 2026-11-23) @unverified the names of its elements */
export const getIntegrationEvents = behaviour(
  'POST /ccx/service/{tenant}/Integrations/{version}#Get_Integration_Events_Request',
  (input, world) => {
    const soap = readSoap('Integrations', GET, input)
    const page = readPage(elementsOf(soap.request.Response_Filter))
    const references = referencesOf(elementsOf(soap.request.Request_References).Integration_Event_Reference)
    const found =
      references.length > 0
        ? references.map(({ ids }) => eventNamed(world, ids[0]?.value ?? ''))
        : world.integrationEvents.all()
    return answerSoap(soap, GET, {
      Response_Filter: { Page: page.page, Count: page.count },
      Response_Results: results(found.length, page),
      Response_Data: { Integration_Event: cut(found, page).map((row) => render(world, row)) },
    })
  },
)

/** What ends a run. */
export function completeIntegration(data: Readonly<Record<string, unknown>>, world: WorkdayWorld): void {
  const row = world.integrationEvents.find(String(data.event))
  if (row) world.integrationEvents.put({ ...row, completed: world.now() })
}

function eventNamed(world: WorkdayWorld, id: string): IntegrationEventRow {
  const row = world.integrationEvents.find(id)
  if (!row) throw invalidId('WID', id)
  return row
}

function render(world: WorkdayWorld, row: IntegrationEventRow): Elements {
  const { completed } = row
  const share = completed === undefined ? Math.min(99, Math.floor(((world.now() - row.initiated) / RUN) * 100)) : 100
  const state = completed === undefined ? 'Processing' : 'Completed'
  return {
    Integration_Event_Reference: { ids: [['WID', row.id]] },
    Integration_Event_Data: {
      Integration_Event_Name: `Integration ESB Invocation (${row.system} (${state}))`,
      Initiated_DateTime: new Date(row.initiated).toISOString(),
      ...(completed !== undefined && { Completed_DateTime: new Date(completed).toISOString() }),
      Percent_Complete: share,
      ...(completed !== undefined && { Integration_Response_Message: 'Integration Completed.' }),
    },
  }
}
