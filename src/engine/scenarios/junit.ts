import type { Report } from './report.js'
import { reportText } from './report-text.js'

/** Reports as JUnit reads them: a suite a scenario, a case an expectation. What did not come about is an error. */
export function junit(reports: readonly Report[]): string {
  const suites = reports.map(suite)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="standin scenarios">\n${suites.join('')}</testsuites>\n`
}

function suite(report: Report): string {
  const { scenario, expectations, missing } = report
  const cases = expectations.map(({ text, because, state, seen }) => {
    const said = [...seen, ...(because === undefined ? [] : [because])].join('\n')
    const body =
      state === 'broken'
        ? `<failure message="${xmlText(seen[0] ?? 'broken')}">${xmlText(said)}</failure>`
        : state === 'unseen'
          ? `<error message="${xmlText(`not seen: ${seen[0] ?? ''}`)}">${xmlText(said)}</error>`
          : ''
    return `  <testcase classname="${xmlText(scenario.name)}" name="${xmlText(text)}">${body}</testcase>\n`
  })
  const gaps = missing.map(
    (what) =>
      `  <testcase classname="${xmlText(scenario.name)}" name="${xmlText(`it comes about: ${what}`)}"><error message="${xmlText(what)}"/></testcase>\n`,
  )
  const count = (state: string) => expectations.filter((each) => each.state === state).length
  const totals = `tests="${expectations.length + missing.length}" failures="${count('broken')}" errors="${count('unseen') + missing.length}"`
  const out = `  <system-out>${xmlText(reportText(report))}</system-out>\n`
  return ` <testsuite name="${xmlText(scenario.name)}" ${totals} timestamp="${report.startedAt}">\n${cases.join('')}${gaps.join('')}${out} </testsuite>\n`
}

/** Also of what XML cannot hold at all. */
function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '�')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  )
}
