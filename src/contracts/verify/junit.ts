import type { InteractionResult, Verification } from './verification.js'

/** A JUnit report: a suite a contract, a case an interaction. */
export function renderJunit(verifications: readonly Verification[]): string {
  const suites = verifications.map(({ consumer, vendor, from, interactions }) => {
    const failures = interactions.filter(({ problems }) => problems.length > 0).length
    const time = seconds(interactions.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
    const name = escaped(`${consumer} and ${vendor}`)
    const cases = interactions.map((each) => testCase(each, `${consumer}.${vendor}`, from)).join('')
    return `  <testsuite name="${name}" tests="${interactions.length}" failures="${failures}" time="${time}">\n${cases}  </testsuite>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`
}

function testCase({ description, problems, milliseconds }: InteractionResult, suite: string, from: string): string {
  const head = `    <testcase classname="${escaped(suite)}" name="${escaped(description)}" file="${escaped(from)}" time="${seconds(milliseconds)}"`
  if (problems.length === 0) return `${head}/>\n`
  const lines = problems.map(({ field, message }) => `${field}: ${message}`)
  return `${head}>\n      <failure message="${escaped(lines[0] ?? '')}">${escaped(lines.join('\n'))}</failure>\n    </testcase>\n`
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

function escaped(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  )
}
