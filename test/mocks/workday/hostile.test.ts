import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { tenant } from '../../support/workday.js'
import { CALLBACK } from './rest/scene.js'

// Whatever comes: it is answered, nothing fails inside, and what is refused changes nothing.
const failures: unknown[] = []
const at = await tenant({
  onFailure: (error) => void failures.push(error),
  settings: { workday: { redirectUris: [CALLBACK] } },
})
const token = `Bearer ${at.env.WORKDAY_ACCESS_TOKEN}`
const basic = `Basic ${Buffer.from(`${at.env.WORKDAY_USERNAME}:${at.env.WORKDAY_PASSWORD}`).toString('base64')}`
const worker: string = (await at.rest('GET', 'staffing/v6/{tenant}/workers?search=30020')).body.data[0].id

afterAll(async () => {
  // It goes on as if nothing had been.
  expect((await at.rest('GET', 'staffing/v6/{tenant}/workers?limit=1')).body.data).toHaveLength(1)
})

/** All rows of the tenant. A table that was only looked into is no change. */
function digest(): string {
  const hash = createHash('sha256')
  for (const table of at.world.allTables) {
    if (table.size > 0 && table.name.startsWith('workday/')) hash.update(table.name).update(JSON.stringify(table.all()))
  }
  return hash.digest('hex')
}

/** Grows with every change, also with one that is taken back. */
const revisions = () => at.world.allTables.reduce((sum, { revision }) => sum + revision, 0)

let known = { at: revisions(), digest: digest() }

function present(): string {
  if (known.at !== revisions()) known = { at: revisions(), digest: digest() }
  return known.digest
}

/** Asks, and holds what must be so of any answer. */
async function harmless(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
  failures.length = 0
  const before = present()
  const answer = await fetch(`${at.origin}${path}`, { redirect: 'manual', ...init })
  const text = await answer.text()
  expect(failures).toEqual([])
  if (answer.status >= 400) expect(present()).toBe(before)
  return { status: answer.status, text }
}

describe('SOAP', () => {
  const NS = 'urn:com.workday/bsvc'
  const request = (content: string, ns = NS) =>
    `<wd:Hire_Employee_Request xmlns:wd="${ns}">${content}</wd:Hire_Employee_Request>`
  const envelope = (body: string, ns = 'http://schemas.xmlsoap.org/soap/envelope/') =>
    `<?xml version="1.0"?><env:Envelope xmlns:env="${ns}"><env:Body>${body}</env:Body></env:Envelope>`
  const hire = (name: string, date: string) =>
    request(
      `<wd:Hire_Employee_Data><wd:Applicant_Data><wd:Personal_Data><wd:Name_Data><wd:Legal_Name_Data><wd:Name_Detail_Data><wd:First_Name>${name}</wd:First_Name><wd:Last_Name>B</wd:Last_Name></wd:Name_Detail_Data></wd:Legal_Name_Data></wd:Name_Data></wd:Personal_Data></wd:Applicant_Data><wd:Hire_Date>${date}</wd:Hire_Date></wd:Hire_Employee_Data>`,
    )
  const workers = (filter: string) =>
    `<wd:Get_Workers_Request xmlns:wd="${NS}"><wd:Response_Filter>${filter}</wd:Response_Filter></wd:Get_Workers_Request>`

  const bomb = (levels: number) => {
    const entities = Array.from({ length: levels }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`)
    return `<!DOCTYPE b [<!ENTITY e0 "ha">${entities.join('')}]>${envelope(hire(`&e${levels};`, '2026-12-01')).replace(/^<\?xml[^>]*>/, '')}`
  }
  const nested = (depth: number) => envelope(request('<a>'.repeat(depth) + '</a>'.repeat(depth)))
  const date = fc.oneof(
    fc.constantFrom(
      '2026-02-31',
      '0000-00-00',
      '99999999',
      'now',
      '',
      '2026-13-01',
      '2026-12-01T99:99',
      '-1',
      '٢٠٢٦-١٢-٠١',
    ),
    fc.string({ maxLength: 20 }).map(escaped),
  )
  const page = fc.constantFrom('abc', '-1', '1e9', '0x10', 'NaN', '', '99999999999999999999', '1.5', 'true', '0')
  const filter = fc.constantFrom('Page', 'Count', 'As_Of_Effective_Date', 'As_Of_Entry_DateTime', 'Nothing_Like_It')
  const whole: fc.Arbitrary<string> = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map(bomb),
    fc
      .constantFrom('file:///etc/passwd', 'http://127.0.0.1:9/x')
      .map(
        (from) =>
          `<!DOCTYPE r [<!ENTITY x SYSTEM "${from}">]>${envelope(hire('&x;', '2026-12-01')).replace(/^<\?xml[^>]*>/, '')}`,
      ),
    fc.constantFrom(1, 50, 500, 5000, 100_000).map(nested),
    fc.constantFrom(1000, 100_000, 1_200_000).map((size) => envelope(hire('A'.repeat(size), '2026-12-01'))),
    fc
      .tuple(fc.constantFrom('', 'urn:other', 'http://www.w3.org/2003/05/soap-envelope'), date)
      .map(([ns, day]) => envelope(hire('Ada', day), ns)),
    date.map((day) => envelope(hire('Ada', day))),
    fc.constantFrom('urn:other', '').map((ns) => envelope(request('', ns))),
    fc.tuple(filter, page).map(([name, value]) => envelope(workers(`<wd:${name}>${value}</wd:${name}>`))),
    fc.constantFrom(
      '',
      'Envelope',
      '<env:Body/>',
      '<a/>',
      '<Envelope/>',
      '<Envelope><Body/></Envelope>',
      '<Envelope><Body>text</Body></Envelope>',
      '{"json": true}',
      request(''),
    ),
    fc
      .constantFrom('__proto__', 'constructor', 'toString', 'prototype')
      .map((name) => envelope(`<${name}><${name}/></${name}>`)),
    fc.tuple(fc.nat(600), date).map(([length, day]) => envelope(hire('Ada', day)).slice(0, length)),
    fc.string({ maxLength: 300 }),
    fc.string({ maxLength: 100, unit: 'binary' }).map((text) => envelope(hire(text, '2026-12-01'))),
    fc
      .constantFrom('<![CDATA[]]]]><![CDATA[>]]>', '<!-- - -->', '<?php x?>', '&#0;', '&#xFFFFFFFF;', '&unknown;')
      .map((text) => envelope(hire(text, '2026-12-01'))),
  )

  test.each(['Staffing', 'Human_Resources'])(
    '%s answers any text with an envelope, and keeps nothing of what it refuses',
    async (service) => {
      await fc.assert(
        fc.asyncProperty(whole, async (body) => {
          const headers = { authorization: token, 'content-type': 'text/xml' }
          const path = `/ccx/service/${at.tenant}/${service}/v42.1`
          const { status, text } = await harmless(path, { method: 'POST', headers, body })
          expect([200, 413, 500]).toContain(status)
          expect(text).toMatch(/^<\?xml[^>]*\?>\s*<[\w-]+:Envelope/)
          expect(text).not.toMatch(/root:|hahahaha/)
        }),
        { numRuns: 70 },
      )
    },
    60_000,
  )
})

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

describe('REST', () => {
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
    fc.constantFrom(
      '2026-02-31',
      '0000-00-00',
      '',
      ' ',
      `Employee_ID=`,
      '=',
      'f'.repeat(32),
      worker,
      'A'.repeat(50_000),
    ),
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
})

describe('WQL and reports', () => {
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
})
