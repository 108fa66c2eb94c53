import { expect, test } from 'vitest'
import { rows } from './error-rows.js'
import { rowsOfQueries } from './error-rows-of-queries.js'
import { rowsOfSaving } from './error-rows-of-saving.js'
import type { Row } from './error-table.js'
import { org } from './support/org.js'

// Each row of Salesforce's table of errors (facts A9), got by doing what a user would do.
const table: Readonly<Record<string, Row>> = { ...rows, ...rowsOfQueries, ...rowsOfSaving }

test.each(Object.entries(table))('%s', async (_, row) => {
  const acme = await org(row.settings, row.limited ? { frozen: false, limits: true } : {})
  const answer = await row.act(acme)
  const told = toldBy(answer.json)
  expect(told.code).toBe(row.code)
  if (typeof row.message === 'string') expect(told.message).toBe(row.message)
  else expect(told.message).toMatch(row.message)
  if (row.fields) expect(told.fields).toEqual(row.fields)
  // A result in a list of a collection has no status of its own.
  expect(told.inResult ? 400 : answer.status).toBe(row.status)
  expect(acme.failures).toEqual([])
})

interface Told {
  readonly code: string
  readonly message: string
  readonly fields?: readonly string[]
  readonly inResult: boolean
}

/** The error of an answer, or of the first result that failed. */
function toldBy(json: readonly Record<string, unknown>[]): Told {
  const failed = json.find(({ success }) => success === false)
  const [error] = (failed?.errors ?? json) as {
    statusCode?: string
    errorCode?: string
    message: string
    fields?: string[]
  }[]
  const code = error?.errorCode ?? error?.statusCode ?? ''
  return {
    code,
    message: error?.message ?? '',
    ...(error?.fields && { fields: error.fields }),
    inResult: failed !== undefined,
  }
}

test('no row of the table is missing', () => {
  const named = new Set(Object.values(table).flatMap(({ code, status }) => [code, String(status)]))
  const wanted = FACTS.filter((name) => !named.has(name))
  expect(wanted).toEqual([])
})

const FACTS = `INVALID_SESSION_ID INVALID_AUTH_HEADER REQUEST_LIMIT_EXCEEDED API_DISABLED_FOR_ORG API_CURRENTLY_DISABLED
INSUFFICIENT_ACCESS_OR_READONLY INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY OPERATION_TOO_LARGE NOT_FOUND ENTITY_IS_DELETED
METHOD_NOT_ALLOWED MALFORMED_QUERY INVALID_FIELD INVALID_TYPE MALFORMED_SEARCH INVALID_QUERY_LOCATOR MALFORMED_ID
REQUIRED_FIELD_MISSING STRING_TOO_LONG INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST DUPLICATE_VALUE DUPLICATE_EXTERNAL_ID
DUPLICATES_DETECTED INVALID_FIELD_FOR_INSERT_UPDATE FIELD_CUSTOM_VALIDATION_EXCEPTION FIELD_INTEGRITY_EXCEPTION
INVALID_CROSS_REFERENCE_KEY INVALID_EMAIL_ADDRESS INVALID_TYPE_ON_FIELD_IN_RECORD JSON_PARSER_ERROR DELETE_FAILED
UNABLE_TO_LOCK_ROW CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY ALL_OR_NONE_OPERATION_ROLLED_BACK MISSING_ARGUMENT INVALID_BATCH_SIZE
EXCEEDED_ID_LIMIT QUERY_TIMEOUT QUERY_TOO_COMPLICATED NUMBER_OUTSIDE_VALID_RANGE STORAGE_LIMIT_EXCEEDED TXN_SECURITY_NO_ACCESS
409 410 412 414 415 420 428 431 500 502 503`.split(/\s+/)
