import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unzip } from '../../../../mocks/mailchimp/resources/unzip.js'
import { zipOf } from '../../../../mocks/mailchimp/transactional/exports/zip.js'

/** Made by another program: three files, deflated. */
const MADE_ELSEWHERE = Buffer.from(
  'UEsDBBQAAAAIAAAAIVxzAx/PDgAAAAwAAAAPAAAAbWFpbC9vdGhlci5odG1ssymw8y/JSC2y0S+wAwBQSwMEFAAAAAgAAAAhXPxkEzMRAAAAfwAAAA8AAABtYWlsL2luZGV4Lmh0bWyzKbDzSM3JyVegP2mjX2AHAFBLAwQUAAAACAAAACFc/hzPSQUAAAADAAAADgAAAG1haWwvc3R5bGUuY3NzK6iuBQBQSwECFAMUAAAACAAAACFccwMfzw4AAAAMAAAADwAAAAAAAAAAAAAAgAEAAAAAbWFpbC9vdGhlci5odG1sUEsBAhQDFAAAAAgAAAAhXPxkEzMRAAAAfwAAAA8AAAAAAAAAAAAAAIABOwAAAG1haWwvaW5kZXguaHRtbFBLAQIUAxQAAAAIAAAAIVz+HM9JBQAAAAMAAAAOAAAAAAAAAAAAAACAAXkAAABtYWlsL3N0eWxlLmNzc1BLBQYAAAAAAwADALYAAACqAAAAAAA=',
  'base64',
)

test('an archive of another program is read', () => {
  const files = unzip(MADE_ELSEWHERE)
  expect([...(files?.keys() ?? [])]).toEqual(['mail/other.html', 'mail/index.html', 'mail/style.css'])
  expect(files?.get('mail/index.html')?.toString()).toBe(`<p>${'Hello '.repeat(20)}</p>`)
})

test('an archive of ours is read, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(unzip(zipOf('a.html', text))?.get('a.html')?.toString()).toBe(Buffer.from(text).toString())
    }),
    { numRuns: 100 },
  )
})

test('what is no archive, or a damaged one, is none', () => {
  expect(unzip(Buffer.from('hello'))).toBeUndefined()
  expect(unzip(Buffer.alloc(0))).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(MADE_ELSEWHERE.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const damaged = Buffer.from(MADE_ELSEWHERE)
      damaged[at] = byte
      expect(() => unzip(damaged)).not.toThrow()
    }),
    { numRuns: 200 },
  )
})
