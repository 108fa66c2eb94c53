import { expect, test } from 'vitest'
import { answered, logIn, token } from '../support/browser.js'
import { org } from '../support/org.js'

const HOURS = 3_600_000
const userinfo = '/services/oauth2/userinfo'
const over = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]

test('a session ends two hours after its last use, on the clock of the world', async () => {
  const { send, wait } = await org()
  await wait(1.5 * HOURS)
  expect((await send(userinfo)).status).toBe(200)
  await wait(1.5 * HOURS)
  expect((await send(userinfo)).status).toBe(200)
  await wait(2 * HOURS)
  const late = await send(userinfo)
  expect([late.status, late.json]).toEqual([401, over])
})

test('the time-out can be shorter', async () => {
  const { send, wait } = await org({ sessionTimeout: 15 })
  await wait(0.25 * HOURS)
  expect((await send(userinfo)).status).toBe(401)
})

test('no session, an unknown one and a word that is none are all refused', async () => {
  const { send } = await org()
  expect((await send('/services/data/v59.0/limits', { token: null })).json).toEqual(over)
  expect((await send('/services/data/v59.0/limits', { token: 'x' })).status).toBe(401)
  expect(
    (await send('/services/data/v59.0/limits', { token: null, headers: { authorization: 'Magic x' } })).status,
  ).toBe(401)
})

test('a session of a real org is refused, and nothing of the request is kept', async () => {
  const { send, world } = await org()
  const real = `00D5500000017gE!AR8AQP0jITN80ESEsj5EbaZTFG0RNBaT1cyWk7TrqoDjoNIWQ2ME_sTZzBjfmOE6zMHq6y8PIW4eWze9JksNEkWUl.Cju7m4`
  expect((await send('/services/data/v59.0/limits', { token: real })).status).toBe(401)
  expect(JSON.stringify(world.log.list())).not.toContain('AR8AQP0jITN80')
})

test('what was not granted cannot be done: a session without the scope api does not reach the data', async () => {
  const acme = await org()
  const { code = '' } = answered(await logIn(acme, { scope: 'id' }))
  const { json } = await token(acme, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://localhost:3000/callback',
  })
  expect((await acme.send(userinfo, { token: json.access_token })).status).toBe(200)
  const refused = await acme.send('/services/data/v59.0/limits', { token: json.access_token })
  expect(refused.status).toBe(403)
})

test('a user without "API Enabled" is refused', async () => {
  const permissionSets = [{ id: 'No API', kind: 'profile', label: 'No API', objects: {} }]
  const users = [{ username: 'web@acme.test', password: 'pw', profile: 'No API' }]
  const acme = await org({ permissionSets, users })
  const refused = await acme.send('/services/data/v59.0/limits', { token: await acme.login('web@acme.test') })
  expect([refused.status, refused.json]).toEqual([
    403,
    [{ message: 'API is disabled for this User', errorCode: 'API_CURRENTLY_DISABLED' }],
  ])
})
