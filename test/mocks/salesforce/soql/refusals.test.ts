import { expect, test } from 'vitest'
import { rowAndColumn, SoqlError, showSource } from '../../../../mocks/salesforce/soql/soql-error.js'
import { ask } from './support/org.js'

/** What a query is refused with. */
function refusal(soql: string, more: Parameters<typeof ask>[1] = {}): SoqlError {
  try {
    ask(soql, more)
  } catch (error) {
    if (error instanceof SoqlError) return error
    throw error
  }
  throw new Error(`Answered: ${soql}`)
}

/** Code, row and column, and words. */
const REFUSALS: readonly (readonly [soql: string, code: string, place: string, message: RegExp])[] = [
  // What does not parse
  ['', 'MALFORMED_QUERY', '1:1', /^unexpected token: '<EOF>'$/],
  ['SELECT Id FORM Account', 'MALFORMED_QUERY', '1:11', /^unexpected token: 'FORM'$/],
  ['SELECT FROM Account', 'MALFORMED_QUERY', '1:8', /^unexpected token: 'FROM'$/],
  ['SELECT Id, FROM Account', 'MALFORMED_QUERY', '1:12', /^unexpected token: 'FROM'$/],
  ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY', '1:29', /^unexpected token: '<EOF>'$/],
  [
    "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
    'MALFORMED_QUERY',
    '1:56',
    /^unexpected token: 'OR'$/,
  ],
  ["SELECT Id\nFROM Account\nWHERE Name == 'a'", 'MALFORMED_QUERY', '3:13', /^unexpected token: '='$/],
  ["SELECT Id FROM Account WHERE Name = 'a", 'MALFORMED_QUERY', '1:37', /<EOF>/],
  ['SELECT Id FROM Account WHERE Name = "a"', 'MALFORMED_QUERY', '1:37', /no viable alternative at character '"'/],
  ["SELECT Id FROM Account WHERE Name = 'a\\q'", 'MALFORMED_QUERY', '1:39', /Illegal escape/],
  [
    'SELECT Id FROM Account WHERE Name = :name',
    'MALFORMED_QUERY',
    '1:37',
    /^Bind variables only allowed in Apex code$/,
  ],
  ['SELECT Id FROM Account WHERE Name = name', 'MALFORMED_QUERY', '1:37', /^Bind variables only allowed in Apex code$/],
  ['SELECT Id FROM Account WHERE Name IS NULL', 'MALFORMED_QUERY', '1:35', /^unexpected token: 'IS'$/],
  ['SELECT * FROM Account', 'MALFORMED_QUERY', '1:8', /'\*'/],
  ['SELECT Id FROM Account LIMIT x', 'MALFORMED_QUERY', '1:30', /^unexpected token: 'x'$/],
  ['SELECT Id FROM Account LIMIT 1 ALL ROWS', 'MALFORMED_QUERY', '1:32', /^ALL ROWS not allowed in this context$/],
  ['SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:x', 'MALFORMED_QUERY', '1:56', /'x'/],
  ['SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-30', 'MALFORMED_QUERY', '1:46', /2026-02-30/],
  ['SELECT Id FROM Account;', 'MALFORMED_QUERY', '1:23', /';'/],
  // What is not there
  [
    'select count() from XYZZY',
    'INVALID_TYPE',
    '1:21',
    /^sObject type 'XYZZY' is not supported\. If you are attempting to use a custom object/,
  ],
  ['SELECT Foo FROM Account', 'INVALID_FIELD', '1:8', /^No such column 'Foo' on entity 'Account'\. If you are/],
  ["SELECT Id FROM Account WHERE Foo = 'a'", 'INVALID_FIELD', '1:30', /No such column 'Foo'/],
  ['SELECT Id FROM Account ORDER BY Foo', 'INVALID_FIELD', '1:33', /No such column 'Foo'/],
  ['SELECT Account.Foo FROM Contact', 'INVALID_FIELD', '1:16', /No such column 'Foo' on entity 'Account'/],
  ['SELECT Boss.Name FROM Account', 'INVALID_FIELD', '1:8', /^Didn't understand relationship 'Boss' in field path\./],
  [
    'SELECT Id, (SELECT Id FROM Contact) FROM Account',
    'INVALID_TYPE',
    '1:28',
    /^Didn't understand relationship 'Contact' in FROM part of query call\./,
  ],
  ['SELECT Id, Id FROM Account', 'INVALID_FIELD', '1:12', /^duplicate field selected: Id$/],
  // Values that do not suit their field
  [
    "SELECT Id FROM Account WHERE CreatedDate > '2026-01-01'",
    'INVALID_FIELD',
    '1:30',
    /^value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes$/,
  ],
  ['SELECT Id FROM Account WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD', '1:30', /must be of type dateTime/],
  [
    'SELECT Id FROM Account WHERE Name = 5',
    'INVALID_FIELD',
    '1:30',
    /must be of type string and should be enclosed in quotes/,
  ],
  [
    "SELECT Id FROM Account WHERE AnnualRevenue = '5'",
    'INVALID_FIELD',
    '1:30',
    /must be of type double and should not be/,
  ],
  ["SELECT Id FROM Account WHERE Id = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR', '1:30', /^invalid ID field: abc$/],
  [
    "SELECT Id FROM Account WHERE OwnerId LIKE '005%'",
    'INVALID_QUERY_FILTER_OPERATOR',
    '1:30',
    /^invalid operator on reference field$/,
  ],
  ["SELECT Id FROM Account WHERE Name INCLUDES ('a')", 'INVALID_QUERY_FILTER_OPERATOR', '1:30', /invalid operator/],
  [
    "SELECT Id FROM Account WHERE Description = 'a'",
    'INVALID_FIELD',
    '1:30',
    /^field 'Description' can not be filtered in a query call$/,
  ],
  ['SELECT Id FROM Account ORDER BY Description', 'MALFORMED_QUERY', '1:33', /can not be sorted/],
  // Groups and functions
  ['SELECT Name n FROM Account', 'MALFORMED_QUERY', '1:13', /^only aggregate expressions use field aliasing$/],
  ['SELECT Id Name FROM Account', 'MALFORMED_QUERY', '1:11', /^only aggregate expressions use field aliasing$/],
  ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY', '1:8', /^Field must be grouped or aggregated: Name$/],
  [
    'SELECT Industry FROM Account GROUP BY Industry ORDER BY Name',
    'MALFORMED_QUERY',
    '1:57',
    /grouped or aggregated: Name/,
  ],
  [
    'SELECT COUNT(Id) FROM Account LIMIT 1',
    'MALFORMED_QUERY',
    '1:37',
    /^Non-grouped query that uses overall aggregate functions cannot also use LIMIT$/,
  ],
  ['SELECT SUM(Name) FROM Account', 'MALFORMED_QUERY', '1:8', /^field Name does not support aggregate operator SUM$/],
  ['SELECT CreatedDate FROM Account GROUP BY CreatedDate', 'MALFORMED_QUERY', '1:42', /can not be grouped/],
  ['SELECT COUNT(Id) n, SUM(AnnualRevenue) n FROM Account', 'MALFORMED_QUERY', '1:21', /^duplicate alias: n$/],
  [
    'SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account',
    'MALFORMED_QUERY',
    '1:13',
    /^only root queries support aggregate expressions$/,
  ],
  ['SELECT SHOUT(Name) FROM Account', 'MALFORMED_QUERY', '1:8', /'SHOUT'/],
  // Bounds
  ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', '1:31', /^Maximum SOQL offset allowed is 2000$/],
  [
    'SELECT FIELDS(ALL) FROM Account',
    'MALFORMED_QUERY',
    '1:8',
    /^The SOQL FIELDS function must have a LIMIT of at most 200$/,
  ],
  ['SELECT FIELDS(ALL) FROM Account LIMIT 201', 'MALFORMED_QUERY', '1:8', /at most 200/],
  // Semi-joins
  [
    "SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)",
    'MALFORMED_QUERY',
    '1:44',
    /^Semi join sub-selects are only allowed at the top level/,
  ],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT WhatId FROM Task WHERE Id IN (SELECT Id FROM Task))',
    'MALFORMED_QUERY',
    '1:67',
    /Nesting of semi join/,
  ],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT ReportsToId FROM Contact)',
    'MALFORMED_QUERY',
    '1:30',
    /should point to the same object type$/,
  ],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Account)',
    'MALFORMED_QUERY',
    '1:30',
    /^The inner and outer selects should not be on the same object type$/,
  ],
]

test.each(REFUSALS)('%s', (soql, code, place, message) => {
  const error = refusal(soql)
  const { row, column } = rowAndColumn(soql, error.position)
  expect({ code: error.code, place: `${row}:${column}` }).toEqual({ code, place })
  expect(error.message).toMatch(message)
})

test('the message shows the query, a caret under the fault, its row and column', () => {
  const soql = 'select count() from XYZZY'
  const { message, status } = showSource(refusal(soql), soql)
  expect(status).toBe(400)
  expect(message).toBe(
    "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
  )
})

test('of a long query the part around the fault is shown', () => {
  const soql = `SELECT ${Array.from({ length: 60 }, (_, i) => `Name${i}`).join(', ')} FROM Account`
  const shown = showSource(new SoqlError('INVALID_FIELD', 'No', soql.indexOf('Name30')), soql).message.split('\n')
  expect(shown[1]?.length).toBeLessThan(100)
  expect(shown[1]?.slice(shown[2]?.indexOf('^'))).toMatch(/^Name30,/)
})

test('what the caller may not see is not there', () => {
  const quiet = {
    readsObject: (object: { name: string }) => object.name !== 'Opportunity',
    readsField: (_: object, field: { name: string }) => field.name !== 'Email' && field.name !== 'OwnerId',
  }
  const access = { ...quiet, quiet }
  expect(refusal('SELECT Email FROM Contact', { access }).message).toMatch(
    /^No such column 'Email' on entity 'Contact'/,
  )
  expect(refusal('SELECT Id FROM Contact ORDER BY Email', { access }).code).toBe('INVALID_FIELD')
  expect(refusal('SELECT Id FROM Opportunity', { access }).code).toBe('INVALID_TYPE')
  expect(refusal('SELECT Owner.Name FROM Account', { access }).message).toMatch(
    /^Didn't understand relationship 'Owner'/,
  )
  expect(refusal('SELECT Id, (SELECT Id FROM Opportunities) FROM Account', { access }).code).toBe('INVALID_TYPE')
  expect(ask('SELECT FIELDS(STANDARD) FROM Contact LIMIT 1', { access })[0]).not.toHaveProperty('Email')
})
