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
