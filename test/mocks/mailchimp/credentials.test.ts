import { expect, test } from 'vitest'
import { mailchimp } from '../../../mocks/mailchimp/vendor.js'
import type { MailchimpWorld } from '../../../mocks/mailchimp/world.js'
import type { World } from '../../../src/engine/world/world.js'
import { mailchimpWorld } from '../../support/mailchimp.js'

type It = Awaited<ReturnType<typeof mailchimpWorld>>

function env(it: It, world: World): Record<string, string> {
  const runtime = it.sandbox.runtime('mailchimp')
  if (!runtime) throw new Error('no Mailchimp')
  const listed = mailchimp.credentials.list(world.view<MailchimpWorld>(runtime, ''))
  return Object.fromEntries(listed.map(({ variable, value }) => [variable, value]))
}

const ping = async (it: It, key: string | undefined) =>
  (await it.get('/3.0/ping', undefined, { key: key ?? '' })).status
const pong = (it: It, key: string | undefined) => it.post('/api/1.4/users/ping', { key }, { key: null })

function roll(it: It, variable: string, overlap: number): void {
  it.world.transact('roll', undefined, () => mailchimp.credentials.roll?.(variable, overlap, it.view))
}

test('a rolled key is followed by another; the old one holds for as long as is said, and is refused then', async () => {
  const it = await mailchimpWorld()
  const { MAILCHIMP_API_KEY: old } = env(it, it.world)
  roll(it, 'MAILCHIMP_API_KEY', 60_000)
  const { MAILCHIMP_API_KEY: fresh } = env(it, it.world)
  expect(fresh).toMatch(/^[0-9a-f]{32}-us6$/)
  expect(fresh).not.toBe(old)
  expect([await ping(it, old), await ping(it, fresh)]).toEqual([200, 200])
  await it.advance(60_000)
  expect([await ping(it, old), await ping(it, fresh)]).toEqual([401, 200])
})

test('without an overlap the old key is refused at once', async () => {
  const it = await mailchimpWorld()
  const { MAILCHIMP_API_KEY: old } = env(it, it.world)
  roll(it, 'MAILCHIMP_API_KEY', 0)
  expect(await ping(it, old)).toBe(401)
})

test.each(['MANDRILL_API_KEY', 'MANDRILL_TEST_API_KEY'])('%s is rolled by itself', async (variable) => {
  const it = await mailchimpWorld()
  const before = env(it, it.world)
  roll(it, variable, 60_000)
  const after = env(it, it.world)
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([variable])
  expect((await pong(it, before[variable])).status).toBe(200)
  await it.advance(60_000)
  expect(await pong(it, before[variable])).toMatchObject({ status: 401, json: { name: 'Invalid_Key' } })
  expect((await pong(it, after[variable])).status).toBe(200)
})

test('what can be rolled is what is printed', async () => {
  const it = await mailchimpWorld()
  const rolls = mailchimp.credentials.rolls?.(it.view) ?? []
  expect(rolls.length).toBeGreaterThan(2)
  expect(Object.keys(env(it, it.world))).toEqual(expect.arrayContaining([...rolls]))
})

test('a copy of an account has its audiences, and keys of its own; the old ones lead to the original', async () => {
  const it = await mailchimpWorld()
  const { id } = await it.list()
  const fork = it.sandbox.forkWorld(`${it.world.name}-copy`, it.world.snapshot())
  const [before, after] = [env(it, it.world), env(it, fork)]
  const secrets = Object.keys(before).filter((name) => name !== 'MAILCHIMP_SERVER_PREFIX')
  expect(secrets.filter((name) => before[name] === after[name])).toEqual([])
  const key = after.MAILCHIMP_API_KEY ?? ''
  const members = `/3.0/lists/${id}/members`
  expect((await it.post(members, { email_address: 'ada@lovelace.test', status: 'subscribed' }, { key })).status).toBe(
    200,
  )
  expect((await it.get(members, undefined, { key })).json).toMatchObject({ total_items: 1 })
  expect((await it.get(members)).json).toMatchObject({ total_items: 0 })
  expect((await pong(it, after.MANDRILL_API_KEY)).status).toBe(200)
})

test('results of a batch in a copy are those of the copy', async () => {
  const it = await mailchimpWorld()
  const operations = [{ method: 'GET', path: '/ping' }]
  const { json } = await it.post<{ id: string }>('/3.0/batches', { operations })
  await it.advance(1000)
  const fork = it.sandbox.forkWorld(`${it.world.name}-copy`, it.world.snapshot())
  const key = env(it, fork).MAILCHIMP_API_KEY ?? ''
  const { json: batch } = await it.get<{ response_body_url: string }>(`/3.0/batches/${json.id}`, undefined, { key })
  expect((await it.visit('GET', batch.response_body_url)).status).toBe(200)
  await it.delete(`/3.0/batches/${json.id}`)
  expect((await it.visit('GET', batch.response_body_url)).status).toBe(200)
})

test('the owner comes with a key that is good', async () => {
  const it = await mailchimpWorld()
  roll(it, 'MANDRILL_API_KEY', 0)
  const { 'x-mc-apikey': key = '' } = mailchimp.credentials.owner?.(it.view) ?? {}
  expect((await pong(it, key)).status).toBe(200)
})
