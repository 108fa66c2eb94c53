import { expect, test } from 'vitest'
import { tenant } from '../../support/workday.js'

const PATH = 'staffing/v6/{tenant}/workers?limit=1'

test('nothing is limited unless the setting throttle says so', async () => {
  const at = await tenant({ limits: true, frozen: false })
  for (let i = 0; i < 30; i++) expect((await at.rest('GET', PATH)).status).toBe(200)
})

test('one request more than a tenant takes is 429 with Retry-After, and after that time it is taken', async () => {
  const at = await tenant({
    limits: true,
    frozen: false,
    settings: { workday: { throttle: { requests: 3, seconds: 10 } } },
  })
  const statuses: number[] = []
  for (let i = 0; i < 4; i++) statuses.push((await at.rest('GET', PATH)).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await at.rest('GET', PATH)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const runtime = at.sandbox.runtime('workday')
  expect(runtime?.definition.limits?.view?.(at.world.view(runtime, ''))).toEqual([
    { name: 'requests of the tenant', used: 3, limit: 3, window: 10_000 },
  ])
  // Of those in the window before, none is left only when it is over, too.
  await at.world.scheduler.advanceTo(at.world.clock.now() + 20_000)
  expect((await at.rest('GET', PATH)).status).toBe(200)
})
