import { expect, test } from 'vitest'
import { setState } from '../../../src/engine/states/set-state.js'
import { tenant } from '../../support/workday.js'

// What an administrator does in a tenant: no API rescinds or corrects.
type Tenant = Awaited<ReturnType<typeof tenant>>

async function retitled(at: Tenant) {
  const { body } = await at.rest('GET', 'common/v1/{tenant}/workers?search=30020')
  const [{ id, businessTitle }] = body.data
  const path = `common/v1/{tenant}/workers/${id}/businessTitleChanges`
  const change = (await at.rest('POST', path, { proposedBusinessTitle: 'Chief Optician' })).body.id
  const title = async () => (await at.rest('GET', `common/v1/{tenant}/workers/${id}`)).body.businessTitle
  return { change, before: businessTitle, title }
}

function enter(at: Tenant, state: string, params: Record<string, unknown> = {}) {
  const runtime = at.sandbox.runtime('workday')
  if (!runtime) throw new Error('no workday')
  return setState({ world: at.world, runtime }, state, params)
}

test('what was rescinded is no longer so, and cannot be rescinded again', async () => {
  const at = await tenant()
  const { change, before, title } = await retitled(at)
  await enter(at, 'the last event of worker 30020 is rescinded')
  expect(await title()).toBe(before)
  expect((await at.rest('GET', `businessProcess/v1/{tenant}/events/${change}`)).body.status.descriptor).toBe(
    'Rescinded',
  )
  await expect(enter(at, `the event ${change} is rescinded`)).rejects.toThrow('no completed event')
})

test('what was corrected says something else under the same event; no day is refused', async () => {
  const at = await tenant()
  const { change, before, title } = await retitled(at)
  await enter(at, `the event ${change} is corrected`, { businessTitle: 'Optician in Chief' })
  expect(await title()).toBe('Optician in Chief')
  await expect(enter(at, `the event ${change} is corrected`, { effective: '2026-02-31' })).rejects.toThrow('is no day')
  await enter(at, 'the last event of worker 30020 is corrected', { effective: '2026-12-01' })
  expect(await title()).toBe(before)
})

type Seen = { employeeID: string; activeStatus: boolean; hireDate?: string; workdayID: string }

async function seen(at: Tenant, id: string): Promise<Seen[]> {
  const query = `SELECT workdayID, employeeID, activeStatus, hireDate FROM allWorkers WHERE employeeID = '${id}'`
  return (await at.rest('POST', 'wql/v1/{tenant}/data', { query })).body.data
}

test('workers are there as they are named: hired, to come, gone, taken back, converted', async () => {
  const at = await tenant()
  await enter(at, 'a worker with id 21001 exists', { firstName: 'Ada' })
  await enter(at, 'a worker with id 21002 was hired on 2026-01-05')
  await enter(at, 'a worker with id 21003 is hired for +7d')
  await enter(at, 'a worker with id 21004 was terminated on -3d')
  await enter(at, 'the hire of worker 21005 was rescinded')
  await enter(at, 'contingent worker 21006 became an employee on 2026-11-01')
  expect(await seen(at, '21001')).toMatchObject([{ activeStatus: true }])
  expect(await seen(at, '21002')).toMatchObject([{ activeStatus: true, hireDate: '2026-01-05' }])
  expect((await seen(at, '21003'))[0]?.activeStatus).not.toBe(true)
  expect(await seen(at, '21004')).toMatchObject([{ activeStatus: false }])
  expect((await seen(at, '21005'))[0]?.activeStatus).not.toBe(true)
  expect((await seen(at, '21006')).map(({ activeStatus }) => activeStatus)).toEqual([false, true])
})

test('the id that a contract names stands for that of the worker; no day, and nobody, are refused', async () => {
  const at = await tenant()
  const wid = '0123456789abcdef0123456789abcdef'
  const ids = await enter(at, `a worker with id ${wid} exists`, {})
  expect((await at.rest('GET', `common/v1/{tenant}/workers/${ids[wid]}`)).status).toBe(200)
  await expect(enter(at, 'a worker with id 21001 was hired on 2026-02-31')).rejects.toThrow('is no day')
  await expect(enter(at, 'what waits for worker 21001 is denied')).rejects.toThrow('There is no worker 21001.')
})

test('a domain that is not granted any more shows nothing, without a word', async () => {
  const at = await tenant()
  const pay = async () =>
    (await at.rest('POST', 'wql/v1/{tenant}/data', { query: 'SELECT totalBasePay_Amount FROM allWorkers LIMIT 1' }))
      .body.data[0]
  expect(Object.keys(await pay())).toEqual(['totalBasePay_Amount'])
  await enter(at, 'the domain Worker Data: Compensation by Organization is not granted')
  expect(await pay()).toEqual({})
  await enter(at, 'the domain Worker Data: Compensation by Organization is granted')
  expect(Object.keys(await pay())).toEqual(['totalBasePay_Amount'])
})
