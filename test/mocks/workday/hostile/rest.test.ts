import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileTenant } from './harmless.js'

// Bodies, ids and queries of any shape.
const { at, worker, token, harmless } = await hostileTenant()

const names = [
  'date',
  'job',
  'reason',
  'id',
  'usage',
  'primary',
  'emailAddress',
  'businessProcessParameters',
  'action',
  'days',
  'dailyQuantity',
  'comment',
  'to',
  'query',
  '__proto__',
  'constructor',
]
const odd = fc.oneof(
  fc.constantFrom('2026-02-31', '0000-00-00', '', ' ', `Employee_ID=`, '=', 'f'.repeat(32), worker, 'A'.repeat(50_000)),
  fc.jsonValue({ maxDepth: 3 }),
)
const body = fc.oneof(
  fc
    .dictionary(fc.constantFrom(...names), fc.oneof(odd, fc.dictionary(fc.constantFrom(...names), odd)))
    .map((value) => JSON.stringify(value)),
  fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
  fc.constantFrom(1000, 50_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.constantFrom('', '{', 'null', '{"a":1e999}', '{"date":"2026-12-01","date":null}', '\uFEFF{}', '<xml/>'),
  fc.string({ maxLength: 200 }),
)
const ids = fc.constantFrom(
  worker,
  'f'.repeat(32),
  '1765$1',
  'Employee_ID=30020',
  '%00',
  '..',
  '__proto__',
  '%F0%9F%92%A9',
  'x'.repeat(3000),
)
const query = fc.dictionary(
  fc.constantFrom('limit', 'offset', 'search', 'worker', 'effective', 'fromDate', '__proto__'),
  fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('-1', '1e99', 'NaN', '0', '2026-99-99')),
)
const operations = (at.sandbox.runtime('workday')?.description.operations ?? []).filter(({ path }) =>
  path.startsWith('/ccx/api/'),
)

test('any body, id and query of any operation is answered, and what is refused changes nothing', async () => {
  const request = fc.tuple(fc.constantFrom(...operations), fc.array(ids, { minLength: 3, maxLength: 3 }), body, query)
  await fc.assert(
    fc.asyncProperty(request, async ([operation, [first = '', second = ''], sent, asked]) => {
      const given = [at.tenant, first, second]
      let i = 0
      const path = operation.path.replace(/\{[^}]+\}/g, () => given[i++] ?? first).split('?')[0]
      const method = operation.method.toUpperCase()
      const headers = { authorization: token, 'content-type': 'application/json' }
      const init = { method, headers, ...(method !== 'GET' && { body: sent }) }
      const { status } = await harmless(`${path}?${new URLSearchParams(asked)}`, init)
      expect(status < 500 || status === 501).toBe(true)
    }),
    { numRuns: 300 },
  )
}, 60_000)
