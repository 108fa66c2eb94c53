import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const limits = '/services/data/v59.0/limits'
const running = { frozen: false, limits: true }

test('every answer says how much of the day is used', async () => {
  const { send } = await org()
  expect((await send(limits)).headers['Sforce-Limit-Info']).toBe('api-usage=1/15000')
  const { json, headers } = await send(limits)
  expect(headers['Sforce-Limit-Info']).toBe('api-usage=2/15000')
  expect(json.DailyApiRequests).toEqual({ Max: 15_000, Remaining: 14_998 })
  expect(json.DailyBulkV2QueryJobs.Max).toBe(10_000)
})

test('past the limit of the day a request is refused with 403, and not with 429', async () => {
  const { send } = await org({ limits: { DailyApiRequests: 3 } }, running)
  for (let i = 0; i < 3; i++) expect((await send(limits)).status).toBe(200)
  const refused = await send(limits)
  expect([refused.status, refused.json]).toEqual([
    403,
    [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
  ])
  expect(refused.headers).not.toHaveProperty('Retry-After')
})

test('a day later there is room again', async () => {
  const { send, world, view, change } = await org({ limits: { DailyApiRequests: 3 }, sessionTimeout: 5000 }, running)
  for (let i = 0; i < 4; i++) await send(limits)
  await world.scheduler.advanceTo(world.clock.now() + 24 * 3_600_000)
  expect((await send(limits)).status).toBe(200)
  expect(view.usage.used(change(() => world.clock.now()))).toBe(1)
})

test('a sixth long-running request at a time is refused, and the place of one that ended is free', async () => {
  const { send, world } = await org({ longRunning: 50 }, running)
  world.faults.add({ when: { vendor: 'salesforce' }, effect: { kind: 'delay', milliseconds: 200 } })
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(limits)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 403])
  expect(answers.find(({ status }) => status === 403)?.json).toEqual([
    {
      message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
    },
  ])
  expect((await send(limits)).status).toBe(200)
})

test('objects are counted, and those without records left out', async () => {
  const { send } = await org()
  const { json } = await send('/services/data/v59.0/limits/recordCount?sObjects=User,Account')
  expect(json).toEqual({ sObjects: [{ count: 3, name: 'User' }] })
})

test('how far the limits are filled is told', async () => {
  const { send, world, sandbox } = await org({}, running)
  await send('/services/data/v59.0/jobs/query', {
    method: 'POST',
    json: { operation: 'query', query: 'SELECT Id FROM User' },
  })
  const runtime = sandbox.runtime('salesforce')
  const view = runtime?.definition.limits?.view?.(world.view(runtime, ''))
  const window = 24 * 3_600_000
  expect(view).toContainEqual({ name: 'DailyApiRequests', used: 1, limit: 15_000, window })
  expect(view).toContainEqual({ name: 'DailyBulkV2QueryJobs', used: 1, limit: 10_000, window })
  expect(view).toContainEqual({ name: 'ConcurrentApiRequests', used: 0, limit: 5 })
})
