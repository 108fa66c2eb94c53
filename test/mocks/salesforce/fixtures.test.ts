import { expect, test } from 'vitest'
import { sampleCompany, seedCompany } from '../../../mocks/salesforce/fixtures.js'
import { org } from './support/org.js'

const count = (object: string) => `/services/data/v59.0/query?q=${encodeURIComponent(`SELECT count() FROM ${object}`)}`

test.each([
  ['small', 12, 30],
  ['large', 500, 1500],
] as const)('a %s company has accounts with contacts, deals, cases and products', async (size, accounts, contacts) => {
  const sample = await sampleCompany(size)
  const { send, change } = await org()
  change((world) => seedCompany(world, sample))
  expect((await send(count('Account'))).json.totalSize).toBe(accounts)
  expect((await send(count('Contact WHERE Account.Name != null'))).json.totalSize).toBe(contacts)
  expect((await send(count('Opportunity WHERE IsWon = true'))).json.totalSize).toBeGreaterThan(1)
  expect((await send(count('PricebookEntry WHERE Pricebook2.IsStandard = true'))).json.totalSize).toBeGreaterThan(5)
})

test('the same company is made every time', async () => {
  const names = async () => (await sampleCompany('small')).accounts.all().map(({ Name }) => Name)
  expect(await names()).toEqual(await names())
  expect(new Set(await names()).size).toBe(12)
})
