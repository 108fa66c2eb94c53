import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileTenant } from './harmless.js'

// Entity bombs, deep nesting, huge texts, other namespaces, no envelope, no dates.
const { at, token, harmless } = await hostileTenant()

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
  fc.constantFrom(1000, 100_000, 400_000).map((size) => envelope(hire('A'.repeat(size), '2026-12-01'))),
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
