import { expect, test } from 'vitest'
import { accessReport } from '../../../../src/engine/access/access-report.js'
import { ingest } from '../support/bulk.js'
import { org } from '../support/org.js'

const base = '/services/data/v59.0'
const INTEGRATION = 'integration@default.standin.test'

async function reported() {
  const acme = await org()
  const holders = () => accessReport(acme.world).vendors[0]?.holders ?? []
  const user = (name: string) => holders().find((each) => each.name === name)
  const names = (list: readonly { readonly name: string }[] | undefined) => list?.map(({ name }) => name)
  const used = (name: string) => names(user(name)?.grants.filter(({ requests }) => requests > 0))
  return { acme, holders, user, names, used }
}

test('of a user: objects and fields that were asked for by name, beside what profile and permission sets grant', async () => {
  const { acme, user, names, used } = await reported()
  const token = await acme.login(INTEGRATION)
  const made = await acme.send(`${base}/sobjects/Contact`, {
    method: 'POST',
    json: { LastName: 'Ada', Phone: '1' },
    token,
  })
  await acme.send(`${base}/query?q=${encodeURIComponent('SELECT Name, Phone, Account.Website FROM Contact')}`, {
    token,
  })

  expect(made.status).toBe(201)
  expect(used(INTEGRATION)).toEqual([
    'API Enabled',
    'Account: read',
    'Account.*: read',
    'Contact: read',
    'Contact: create',
    'Contact.*: read',
    'Contact.*: edit',
  ])
  const grants = user(INTEGRATION)?.grants ?? []
  expect(names(grants.find(({ name }) => name === 'Contact.*: read')?.as)).toEqual([
    'Contact.Phone: read',
    'Contact.AccountId: read',
  ])
  expect(names(grants.find(({ name }) => name === 'Contact.*: edit')?.as)).toEqual(['Contact.Phone: edit'])
  expect(names(grants.filter(({ requests }) => requests === 0))).toContain('Lead: create')
  expect(grants.find(({ name }) => name === 'Contact: create')).toMatchObject({
    from: 'Standin_Integration',
    requests: 1,
    first: { operation: 'POST /services/data/{version}/sobjects/{sobject}' },
  })
})

test('what is refused is named; what is left out of a record without a word is named as that', async () => {
  const { acme, user } = await reported()
  const token = await acme.login(INTEGRATION)
  const made = await acme.send(`${base}/sobjects/Account`, { method: 'POST', json: { Name: 'Acme' } })
  await acme.send(`${base}/sobjects/Account/${made.json.id}`, { token })
  await acme.send(`${base}/sobjects/Account/${made.json.id}`, { method: 'PATCH', json: { Rating: 'Hot' }, token })
  await acme.send(`${base}/query?q=${encodeURIComponent('SELECT Birthdate FROM Contact')}`, { token })
  await acme.send(`${base}/sobjects/Campaign/describe`, { token })

  expect(user(INTEGRATION)?.refused.map(({ name, silent, requests }) => [name, silent, requests])).toEqual([
    ['Account.AnnualRevenue: read', true, 1],
    ['Account.TickerSymbol: read', true, 1],
    ['Account.Rating: edit', false, 1],
    ['Contact.Birthdate: read', false, 1],
    ['Campaign: read', false, 1],
  ])
})

test('to describe is no use of what is described', async () => {
  const { acme, used, user } = await reported()
  const token = await acme.login(INTEGRATION)
  await acme.send(`${base}/sobjects`, { token })
  await acme.send(`${base}/sobjects/Account/describe`, { token })

  expect(used(INTEGRATION)).toEqual(['API Enabled', 'Account: read'])
  expect(user(INTEGRATION)?.refused).toEqual([])
})

test('of an administrator: all is granted at once, and what would have done is named', async () => {
  const { acme, holders, names } = await reported()
  await acme.send(`${base}/sobjects/Lead`, { method: 'POST', json: { LastName: 'Ada', Company: 'Acme' } })

  const admin = holders().find(({ variable }) => variable === 'SF_USERNAME')
  expect(admin?.grants.map(({ name, broad, requests }) => [name, broad, requests > 0])).toEqual([
    ['API Enabled', false, true],
    ['Modify All Data', true, true],
  ])
  expect(names(admin?.grants[1]?.as)).toEqual(['Lead: read', 'Lead: create'])
})

test('of a connected app: scopes', async () => {
  const { acme, holders } = await reported()
  const token = await acme.login(INTEGRATION)
  await acme.send(`${base}/sobjects`, { token })
  await acme.send('/services/oauth2/userinfo', { token })

  const app = holders().find(({ kind }) => kind === 'connected app')
  expect(app?.grants.map(({ name, requests }) => [name, requests])).toEqual([
    ['api', 1],
    ['web', 0],
    ['id', 1],
    ['profile', 0],
    ['email', 0],
    ['openid', 1],
    ['refresh_token', 0],
  ])
})

test('a request counts once, however many records it has; what a bulk job does counts too', async () => {
  const { acme, user } = await reported()
  const token = await acme.login(INTEGRATION)
  const records = Array.from({ length: 20 }, (_, i) => ({
    attributes: { type: 'Contact' },
    LastName: `C${i}`,
    Phone: '1',
  }))
  await acme.send(`${base}/composite/sobjects`, { method: 'POST', json: { allOrNone: false, records }, token })

  expect(user(INTEGRATION)?.grants.find(({ name }) => name === 'Contact: create')?.requests).toBe(1)
  await ingest(acme, { object: 'Lead', operation: 'insert' }, 'LastName,Company\nAda,Acme\n')
  const admin = accessReport(acme.world).vendors[0]?.holders.find(({ variable }) => variable === 'SF_USERNAME')
  expect(admin?.grants[1]?.as).toContainEqual(
    expect.objectContaining({ name: 'Lead: create', first: expect.objectContaining({ operation: null }) }),
  )
})
