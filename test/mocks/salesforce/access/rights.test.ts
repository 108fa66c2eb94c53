import { expect, test } from 'vitest'
import { org } from '../support/org.js'

test('rights add up over a profile and permission sets, and names are of any case', async () => {
  const { view } = await org()
  const { rights } = view
  const integration = rights.byUsername('INTEGRATION@default.standin.test')?.id ?? ''
  const admin = rights.byUsername('admin@default.standin.test')?.id ?? ''
  expect(rights.visible(integration, 'account')).toBe(true)
  expect(rights.visible(integration, 'Account', 'annualrevenue')).toBe(false)
  expect(rights.visible(admin, 'Account', 'AnnualRevenue')).toBe(true)
  expect(rights.mayDelete(integration, 'Account')).toBe(false)
  expect(rights.mayDelete(integration, 'CASE')).toBe(true)
  expect(rights.mayCreate(integration, 'Opportunity')).toBe(false)
  expect(rights.mayEditField(integration, 'Account', 'Rating')).toBe(false)
  expect(rights.mayEditField(integration, 'Account', 'Phone')).toBe(true)
  expect([rights.apiEnabled(integration), rights.isAdministrator(integration)]).toEqual([true, false])
})

test('what a record cannot do without cannot be withheld', async () => {
  const { view } = await org()
  const id = view.rights.byUsername('integration@default.standin.test')?.id ?? ''
  for (const field of ['Id', 'Name', 'OwnerId', 'CreatedDate'])
    expect(view.rights.visible(id, 'Account', field)).toBe(true)
})

test('a set that changes counts at once', async () => {
  const { view, change } = await org()
  const id = view.rights.byUsername('integration@default.standin.test')?.id ?? ''
  expect(view.rights.mayDelete(id, 'Account')).toBe(false)
  change(() =>
    view.rights.permissionSets.update('Standin_Integration', { objects: { Account: { read: true, delete: true } } }),
  )
  expect(view.rights.mayDelete(id, 'Account')).toBe(true)
})

test('nobody without a login may do anything', async () => {
  const { view } = await org()
  expect(view.rights.visible('005000000000000AAA', 'Account')).toBe(false)
})
