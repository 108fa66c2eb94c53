import { data, query, type Row, slow } from './error-table.js'

const words = 'If you are attempting to use a custom field, be sure to append the'

/** Queries and searches. */
export const rowsOfQueries: Readonly<Record<string, Row>> = {
  MALFORMED_QUERY: {
    status: 400,
    code: 'MALFORMED_QUERY',
    message: /unexpected token: 'FORM'/,
    act: (acme) => query(acme, 'SELECT Id FORM Account'),
  },
  'MALFORMED_QUERY with its place': {
    status: 400,
    code: 'MALFORMED_QUERY',
    message: /^\nSELECT Id FORM Account\n +\^\nERROR at Row:1:Column:\d+\n/,
    act: (acme) => query(acme, 'SELECT Id FORM Account'),
  },
  'INVALID_FIELD of a query': {
    status: 400,
    code: 'INVALID_FIELD',
    message: `\nSELECT Foo FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo' on entity 'Account'. ${words} '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    act: (acme) => query(acme, 'SELECT Foo FROM Account'),
  },
  INVALID_TYPE: {
    status: 400,
    code: 'INVALID_TYPE',
    message:
      "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
    act: (acme) => query(acme, 'select count() from XYZZY'),
  },
  MALFORMED_SEARCH: {
    status: 400,
    code: 'MALFORMED_SEARCH',
    message: 'No search term found. The search term must be enclosed in braces.',
    act: (acme) => acme.send(`${data}/search?q=${encodeURIComponent('FIND Acme IN ALL FIELDS')}`),
  },
  INVALID_QUERY_LOCATOR: {
    status: 400,
    code: 'INVALID_QUERY_LOCATOR',
    message: 'invalid query locator',
    act: (acme) => acme.send(`${data}/query/01gD0000002HU6KIAW-2000`),
  },
  MISSING_ARGUMENT: {
    status: 400,
    code: 'MISSING_ARGUMENT',
    message: /q/,
    act: (acme) => acme.send(`${data}/query`),
  },
  INVALID_BATCH_SIZE: {
    status: 400,
    code: 'INVALID_BATCH_SIZE',
    message: /many/,
    act: (acme) => query(acme, 'SELECT Id FROM Account', { headers: { 'sforce-query-options': 'batchSize=many' } }),
  },
  EXCEEDED_ID_LIMIT: {
    status: 400,
    code: 'EXCEEDED_ID_LIMIT',
    message: /does not support queryMore\(\), use LIMIT/,
    act: async (acme) => {
      const records = (from: number) =>
        Array.from({ length: 200 }, (_, i) => ({ attributes: { type: 'Account' }, Name: `A${from + i}` }))
      for (let from = 0; from < 2200; from += 200)
        await acme.send(`${data}/composite/sobjects`, { method: 'POST', json: { records: records(from) } })
      return query(acme, 'SELECT Name FROM Account GROUP BY Name')
    },
  },
  QUERY_TIMEOUT: {
    status: 400,
    code: 'QUERY_TIMEOUT',
    message: 'Your query request was running for too long.',
    settings: { queryTimeout: 20 },
    act: (acme) => {
      slow(acme, 20)
      return query(acme, 'SELECT Id FROM Account')
    },
  },
  QUERY_TOO_COMPLICATED: {
    status: 400,
    code: 'QUERY_TOO_COMPLICATED',
    message: /too long/,
    act: (acme) =>
      acme.send(`${data}/jobs/query`, {
        method: 'POST',
        json: { operation: 'query', query: `SELECT Id FROM Account WHERE Name = '${'x'.repeat(100_000)}'` },
      }),
  },
  NUMBER_OUTSIDE_VALID_RANGE: {
    status: 400,
    code: 'NUMBER_OUTSIDE_VALID_RANGE',
    message: /Maximum SOQL offset allowed is 2000/,
    act: (acme) => query(acme, 'SELECT Id FROM Account OFFSET 2001'),
  },
}
