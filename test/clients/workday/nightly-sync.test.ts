import { createClientAsync, WSSecurity } from 'soap'
import { expect, test } from 'vitest'
import { setState } from '../../../src/engine/states/set-state.js'
import { DAY, HOUR } from '../../support/stripe.js'
import { tenant } from '../../support/workday.js'
import { changeJobTo, hireOn, terminateOn } from './requests.js'

// A nightly sync as integrations do it: all pages of Get_Workers with what was entered, and what took effect, since the last run.
type Tenant = Awaited<ReturnType<typeof tenant>>

async function nightly(at: Tenant) {
  const endpoint = `${at.origin}/ccx/service/${at.tenant}/Human_Resources/v42.1`
  const client = await createClientAsync(`${endpoint}?wsdl`)
  client.setSecurity(new WSSecurity(at.env.WORKDAY_USERNAME ?? '', at.env.WORKDAY_PASSWORD ?? ''))
  let last = at.world.clock.now()

  /** What a run sees: `777 active`, once for each worker. */
  const run = async (): Promise<string[]> => {
    const [since, now] = [last, at.world.clock.now()]
    const range = (kind: string) => ({
      [`${kind}_From`]: new Date(since).toISOString(),
      [`${kind}_Through`]: new Date(now - 1).toISOString(),
    })
    last = now
    const criteria = [range('Updated'), range('Effective')].map((dates) => ({ Transaction_Date_Range_Data: dates }))
    const seen: string[] = []
    for (let page = 1, pages = 1; page <= pages; page++) {
      const [answer] = await client.Get_WorkersAsync({
        Request_Criteria: { Transaction_Log_Criteria_Data: criteria },
        Response_Filter: { As_Of_Entry_DateTime: new Date(now).toISOString(), Page: page, Count: 100 },
        Response_Group: {
          Include_Reference: true,
          Include_Employment_Information: true,
          Include_Transaction_Log_Data: true,
        },
      })
      pages = Number(answer.Response_Results.Total_Pages)
      for (const { Worker_Data: data } of answer.Response_Data?.Worker ?? []) {
        const rescinded = data.Transaction_Log_Entry_Data.Transaction_Log_Entry.some(
          (entry: { Transaction_Log_Data: { Is_Rescind_Or_Rescinded: boolean } }) =>
            entry.Transaction_Log_Data.Is_Rescind_Or_Rescinded,
        )
        const active = data.Employment_Data?.Worker_Status_Data?.Active === true
        seen.push(`${data.Worker_ID} ${rescinded ? 'rescinded' : active ? 'active' : 'inactive'}`)
      }
    }
    return seen
  }
  return { run, nextNight: () => at.world.scheduler.advanceTo(at.world.clock.now() + DAY) }
}

test('a hire, a change and an end are each seen once, in the night after they were entered', async () => {
  const at = await tenant({ fixtures: true })
  const { run, nextNight } = await nightly(at)
  await nextNight()
  await run()
  await hireOn(at, '777', '2026-11-25')
  await nextNight()
  expect(await run()).toEqual(['777 active'])
  await changeJobTo(at, '777', '2026-11-26', 'Lens Designer')
  await nextNight()
  expect(await run()).toEqual(['777 active'])
  await terminateOn(at, '777', '2026-11-27')
  await nextNight()
  expect(await run()).toEqual(['777 inactive'])
  await nextNight()
  expect(await run()).toEqual([])
})

test('a hire to come is seen when it is entered, and again on its day', async () => {
  const at = await tenant()
  const { run, nextNight } = await nightly(at)
  await hireOn(at, '777', '2026-11-28')
  await nextNight()
  expect(await run()).toEqual(['777 inactive'])
  const nights: string[][] = []
  for (let night = 0; night < 5; night++) {
    await nextNight()
    nights.push(await run())
  }
  expect(nights.flat()).toEqual(['777 active'])
})

test('a hire that was rescinded is told by its line in the log', async () => {
  const at = await tenant()
  const { run, nextNight } = await nightly(at)
  await hireOn(at, '777', '2026-11-24')
  await nextNight()
  expect(await run()).toEqual(['777 active'])
  const runtime = at.sandbox.runtime('workday')
  if (!runtime) throw new Error('no workday')
  await at.world.scheduler.advanceTo(at.world.clock.now() + HOUR)
  const place = { sandbox: at.sandbox, world: at.world, runtime }
  await setState(place, 'the last event of worker 777 is rescinded', {})
  await nextNight()
  expect(await run()).toEqual(['777 rescinded'])
  await nextNight()
  expect(await run()).toEqual([])
})
