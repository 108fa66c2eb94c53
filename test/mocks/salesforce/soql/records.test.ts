import { expect, test } from 'vitest'
import { execute } from '../../../../mocks/salesforce/soql/execute.js'
import { parseSoql } from '../../../../mocks/salesforce/soql/parse.js'
import { ask, environment, id } from './support/org.js'

test('a record begins with its type and url; so do its parents', () => {
  const [contact] = ask('SELECT Id, Account.Name FROM Contact LIMIT 1')
  expect(JSON.stringify(contact)).toBe(
    JSON.stringify({
      attributes: { type: 'Contact', url: `/services/data/v64.0/sobjects/Contact/${id.contact(1)}` },
      Id: id.contact(1),
      Account: {
        attributes: { type: 'Account', url: `/services/data/v64.0/sobjects/Account/${id.account(1)}` },
        Name: 'Acme Corp',
      },
    }),
  )
})

test('a parent of one of several types is of type Name, or with TYPEOF of its own', () => {
  const [byName] = ask('SELECT What.Name FROM Task LIMIT 1')
  const [byType] = ask('SELECT TYPEOF What WHEN Account THEN Name END FROM Task LIMIT 1')
  const url = `/services/data/v64.0/sobjects/Account/${id.account(1)}`
  expect(byName?.What).toEqual({ attributes: { type: 'Name', url }, Name: 'Acme Corp' })
  expect(byType?.What).toEqual({ attributes: { type: 'Account', url }, Name: 'Acme Corp' })
})

test('a group has a type and no url', () => {
  expect(ask('SELECT COUNT(Id) FROM Task')).toEqual([{ attributes: { type: 'AggregateResult' }, expr0: 3 }])
})

test('COUNT() gives a number and no records', () => {
  const result = execute(parseSoql('SELECT COUNT() FROM Account'), environment)
  expect(result.totalSize).toBe(5)
  expect(result.records(0, 5, { childBatch: 200, keepRest: undefined })).toEqual([])
})

test('queryAll sees the recycle bin', () => {
  expect(ask('SELECT Name FROM Account WHERE IsDeleted = true')).toEqual([])
  expect(ask('SELECT Name FROM Account WHERE IsDeleted = true', { includeDeleted: true })).toHaveLength(1)
  expect(ask('SELECT COUNT(Id) FROM Account', { includeDeleted: true })[0]?.expr0).toBe(6)
})

test('TODAY is of the user, a date function of UTC unless it is converted', () => {
  const timeZone = 'America/Los_Angeles'
  // 08:00 UTC on the 14th is midnight there: the first moment of that day.
  expect(ask('SELECT Id FROM Account WHERE CreatedDate = YESTERDAY', { timeZone })).toHaveLength(1)
  expect(ask('SELECT Id FROM Account WHERE CreatedDate = 2026-02-14T08:00:00Z')).toHaveLength(1)
  const late = 'SELECT Id FROM Account WHERE CALENDAR_YEAR'
  expect(ask(`${late}(CreatedDate) = 2025`, { timeZone: 'Europe/Berlin' })).toHaveLength(1)
  expect(ask(`${late}(convertTimezone(CreatedDate)) = 2025`, { timeZone: 'Europe/Berlin' })).toHaveLength(0)
  expect(ask(`${late}(convertTimezone(CreatedDate)) = 2025`, { timeZone })).toHaveLength(1)
})

test('a fiscal year begins where the org says', () => {
  const fiscal = { fiscalYearStartMonth: 2 }
  expect(ask('SELECT Name FROM Opportunity WHERE CloseDate = THIS_FISCAL_YEAR', fiscal)).toHaveLength(2)
  expect(ask('SELECT FISCAL_YEAR(CloseDate) y FROM Opportunity GROUP BY FISCAL_YEAR(CloseDate)', fiscal)).toMatchObject(
    [{ y: 2026 }, { y: 2027 }],
  )
})

test('children of children, since version 58', () => {
  const soql = 'SELECT Name, (SELECT Name, (SELECT LastName FROM Contacts) FROM ChildAccounts) FROM Account LIMIT 1'
  expect(ask(soql)[0]).toMatchObject({
    ChildAccounts: { records: [{ Name: 'acme labs', Contacts: { records: [{ LastName: 'Crow' }] } }] },
  })
  expect(() => ask(soql, { version: '57.0' })).toThrow(/nested/)
})
