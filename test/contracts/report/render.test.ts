import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import type { Case } from '../../../src/contracts/report/case.js'
import { renderCodeQuality } from '../../../src/contracts/report/code-quality.js'
import { renderGithub } from '../../../src/contracts/report/github.js'
import { renderJunit } from '../../../src/contracts/report/junit.js'

const problem = { check: 'drift/removed', severity: 'error' as const, message: '`a` is gone', remedy: 'Read `b`.' }
const at = { suite: 'shop and stripe: drift', file: 'pacts/shop, "new".json', line: 7 }
const cases: Case[] = [
  { ...at, name: 'kept', problems: [] },
  { ...at, name: 'broken <1>', problems: [problem, { ...problem, severity: 'warning', message: '100 % & more' }] },
  { ...at, name: 'warned', problems: [{ ...problem, severity: 'warning' }] },
  { ...at, name: 'not asked', problems: [], skipped: 'no way' },
]

test('JUnit: an error fails its case, a warning does not, and what was not checked is skipped', () => {
  const read = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(renderJunit(cases))
  expect(read.testsuites).toMatchObject({ tests: '4', failures: '1' })
  const [kept, broken, warned, skipped] = read.testsuites.testsuite.testcase
  expect(kept.failure).toBeUndefined()
  expect(broken).toMatchObject({ name: 'broken <1>', failure: { message: '`a` is gone' } })
  expect(warned.failure).toBeUndefined()
  expect(skipped.skipped.message).toBe('no way')
})

test('JUnit is XML whatever the names hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, message) => {
      const text = renderJunit([{ ...at, name, problems: [{ ...problem, message }] }])
      expect(XMLValidator.validate(text)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('GitHub: a line each, at the Pact file’s line, with nothing that could end it', () => {
  expect(renderGithub(cases).split('\n')[0]).toBe(
    '::error file=pacts/shop%2C "new".json,line=7,title=shop and stripe%3A drift::`a` is gone. Read `b`.',
  )
  const broken = { ...problem, message: 'one\ntwo::error::three' }
  expect(
    renderGithub([{ ...at, name: 'x', problems: [broken] }])
      .trimEnd()
      .split('\n'),
  ).toHaveLength(1)
})

test('Code Quality: fingerprints are of what it is about, not of the line', () => {
  const issues = (line: number) => JSON.parse(renderCodeQuality(cases.map((each) => ({ ...each, line }))))
  expect(issues(1)).toHaveLength(3)
  expect(issues(1)[0]).toMatchObject({ severity: 'critical', location: { path: at.file, lines: { begin: 1 } } })
  const prints = (line: number) => issues(line).map(({ fingerprint }: { fingerprint: string }) => fingerprint)
  expect(prints(1)).toEqual(prints(99))
  expect(new Set(prints(1)).size).toBe(3)
})
