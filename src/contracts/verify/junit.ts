import { escapeMarkup } from '../../engine/markup.js'
import type { InteractionResult, Verification } from './verification.js'

/** A JUnit report: a suite a contract, a case an interaction. */
export function renderJunit(verifications: readonly Verification[]): string {
  const suites = verifications.map(({ consumer, vendor, from, interactions }) => {
    const failures = interactions.filter(({ problems }) => problems.length > 0).length
    const time = seconds(interactions.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
    const name = escapeMarkup(`${consumer} and ${vendor}`)
    const cases = interactions.map((each) => testCase(each, `${consumer}.${vendor}`, from)).join('')
    return `  <testsuite name="${name}" tests="${interactions.length}" failures="${failures}" time="${time}">\n${cases}  </testsuite>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`
}

function testCase({ description, problems, milliseconds }: InteractionResult, suite: string, from: string): string {
  const head = `    <testcase classname="${escapeMarkup(suite)}" name="${escapeMarkup(description)}" file="${escapeMarkup(from)}" time="${seconds(milliseconds)}"`
  if (problems.length === 0) return `${head}/>\n`
  const lines = problems.map(({ field, message }) => `${field}: ${message}`)
  return `${head}>\n      <failure message="${escapeMarkup(lines[0] ?? '')}">${escapeMarkup(lines.join('\n'))}</failure>\n    </testcase>\n`
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
