import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressProblem, parseMailboxes } from '../../../../../mocks/mailchimp/transactional/mime/address.js'
import { headerOf, parseMime } from '../../../../../mocks/mailchimp/transactional/mime/parse-mime.js'
import { renderMime } from '../../../../../mocks/mailchimp/transactional/mime/render-mime.js'

test('a message of several parts is taken apart', () => {
  const raw = [
    'From: =?utf-8?Q?Ad=C3=A8le?= <adele@example.com>',
    'To: "Bob, the builder" <bob@example.com>,',
    '\tcarl@example.com',
    'Subject: =?utf-8?B?w7xiZXI=?= =?utf-8?B?IGFsbGVz?=',
    'Received: one',
    'Received: two',
    'Content-Type: multipart/mixed; boundary="x y"',
    '',
    'preamble',
    '--x y',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=iso-8859-1; format=flowed',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'caf=E9 =',
    'au lait',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>café</p>',
    '--inner--',
    '--x y',
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'AAEC',
    '--x y--',
    'epilogue',
  ].join('\r\n')
  const parsed = parseMime(raw)
  expect(headerOf(parsed.headers, 'SUBJECT')).toBe('über alles')
  expect(parsed.headers.Received).toEqual(['one', 'two'])
  expect(parseMailboxes(headerOf(parsed.headers, 'to') ?? '')).toEqual([
    { email: 'bob@example.com', name: 'Bob, the builder' },
    { email: 'carl@example.com', name: null },
  ])
  expect(parseMailboxes(headerOf(parsed.headers, 'from') ?? '')).toEqual([
    { email: 'adele@example.com', name: 'Adèle' },
  ])
  expect(parsed).toMatchObject({ text: 'café au lait', html: '<p>café</p>', textFlowed: true })
  expect(parsed.attachments).toEqual([{ name: 'a.pdf', type: 'application/pdf', content: 'AAEC', binary: true }])
})

test('a message that is written is read as it was, whatever is in it', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, ' ').trim())
  fc.assert(
    fc.property(line, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, text, html) => {
      const attachments = [{ name: 'a.bin', type: 'application/x-a', content: Buffer.from(text).toString('base64') }]
      const headers = [['Subject', subject]] as const
      const parsed = parseMime(renderMime({ headers, text, html, attachments, boundary: 'b0undary' }))
      expect([parsed.text, parsed.html]).toEqual([text, html])
      expect(headerOf(parsed.headers, 'subject')).toBe(subject)
      expect(parsed.attachments.map(({ content }) => content)).toEqual([attachments[0]?.content])
    }),
  )
})

test('no value of a header begins another one', () => {
  const headers = [
    ['Subject', 'a\r\nBcc: eve@example.com'],
    ['X-Bad\r\nBcc', 'eve@example.com'],
  ] as const
  const raw = renderMime({ headers, text: 'hi', html: null, attachments: [], boundary: 'b' })
  expect(raw.split('\r\n').filter((each) => /^bcc:/i.test(each))).toEqual([])
})

test('what is no message is read all the same, and quickly', () => {
  const piece = fc.constantFrom(
    '\r\n',
    '\n',
    '--b',
    '--',
    'Content-Type: multipart/mixed; boundary=b',
    ':',
    '"',
    '<',
    '=',
    '=?',
    '?=',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 }), (pieces) => {
      expect(parseMime(pieces.join('')).attachments.length).toBeLessThan(1000)
      parseMailboxes(pieces.join(''))
    }),
    { numRuns: 1000 },
  )
  const start = performance.now()
  parseMime(`Subject: ${'=?a?q?'.repeat(100_000)}\n\n${'=\n'.repeat(300_000)}`)
  parseMailboxes('<'.repeat(300_000))
  expect(performance.now() - start).toBeLessThan(30_000)
})

test.each([
  ['ada@example.com', undefined],
  ['nobody', 'An email address must contain a single @'],
  ['a@b@c.com', 'An email address must contain a single @'],
  ['@example.com', 'The username portion of the email address is invalid (the portion before the @: )'],
  ['ada@localhost', 'The domain portion of the email address is invalid (the portion after the @: localhost)'],
])('what is wrong with %s', (email, problem) => {
  expect(addressProblem(email)).toBe(problem)
})
