import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALLBACK } from '../rest/scene.js'
import { hostileTenant } from './harmless.js'

// Queries, reports and forms of any shape.
const { at, token, basic, harmless } = await hostileTenant()

const word = fc.constantFrom(
  'SELECT',
  'FROM',
  'WHERE',
  'AND',
  '(',
  ')',
  ',',
  "'",
  "''",
  '*',
  'employeeID',
  'allWorkers',
  'LIMIT',
  '-1',
  '1e9',
  'ORDER BY',
  'GROUP BY',
  'IN',
  '__proto__',
  'constructor',
  'effectiveAsOfDate',
  '=',
  '2026-02-31',
  'AS',
  'COUNT(',
)
const text = fc.oneof(
  fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(3000, 60_000).map((n) => `SELECT a FROM b WHERE ${'('.repeat(n)}`),
)

test('any query is answered', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.string({ maxLength: 5 }), async (query, limit) => {
      const headers = { authorization: token, 'content-type': 'application/json' }
      const path = `/ccx/api/wql/v1/${at.tenant}/data?${new URLSearchParams({ limit })}`
      const { status } = await harmless(path, { method: 'POST', headers, body: JSON.stringify({ query }) })
      expect([200, 400, 413]).toContain(status)
    }),
    { numRuns: 80 },
  )
}, 30_000)

test('any prompt, format, owner and name of a report is answered', async () => {
  const prompts = fc.dictionary(
    fc.oneof(
      fc.constantFrom('format', 'Employee_ID', 'Effective_as_of_Date', 'Organization!WID', '__proto__'),
      fc.string({ maxLength: 8 }),
    ),
    fc.oneof(fc.constantFrom('json', 'csv', '2026-02-31', 'toString'), fc.string({ maxLength: 10 })),
  )
  const name = fc.constantFrom('Worker_Roster', 'nothing', '__proto__', 'toString', '%2e%2e')
  await fc.assert(
    fc.asyncProperty(name, prompts, async (report, given) => {
      const path = `/ccx/service/customreport2/${at.tenant}/ISU_Standin/${report}?${new URLSearchParams(given)}`
      const { status } = await harmless(path, { headers: { authorization: basic } })
      expect([200, 400, 404]).toContain(status)
    }),
    { numRuns: 100 },
  )
}, 30_000)

test('any form at the token endpoint and on the page is answered', async () => {
  const form = fc.dictionary(
    fc.constantFrom(
      'grant_type',
      'client_id',
      'client_secret',
      'refresh_token',
      'code',
      'assertion',
      'username',
      'redirect_uri',
      'response_type',
      'decision',
      'state',
    ),
    fc.oneof(
      fc.constantFrom(
        'refresh_token',
        'authorization_code',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
        at.env.WORKDAY_CLIENT_ID ?? '',
        'toString',
        CALLBACK,
        'code',
        'allow',
        'a.b.c',
        'bnVsbA.bnVsbA.x',
      ),
      fc.string({ maxLength: 30 }),
    ),
  )
  await fc.assert(
    fc.asyncProperty(form, async (fields) => {
      const init = { method: 'POST', body: new URLSearchParams(fields) }
      expect([400, 401]).toContain((await harmless(`/ccx/oauth2/${at.tenant}/token`, init)).status)
      expect([200, 302, 400]).toContain((await harmless(`/${at.tenant}/authorize`, init)).status)
    }),
    { numRuns: 100 },
  )
}, 30_000)
