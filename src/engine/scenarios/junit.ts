import { escapeMarkup } from '../markup.js'
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
        ? `<failure message="${escapeMarkup(seen[0] ?? 'broken')}">${escapeMarkup(said)}</failure>`
        : state === 'unseen'
          ? `<error message="${escapeMarkup(`not seen: ${seen[0] ?? ''}`)}">${escapeMarkup(said)}</error>`
          : ''
    return `  <testcase classname="${escapeMarkup(scenario.name)}" name="${escapeMarkup(text)}">${body}</testcase>\n`
  })
  const gaps = missing.map(
    (what) =>
      `  <testcase classname="${escapeMarkup(scenario.name)}" name="${escapeMarkup(`it comes about: ${what}`)}"><error message="${escapeMarkup(what)}"/></testcase>\n`,
  )
  const count = (state: string) => expectations.filter((each) => each.state === state).length
  const totals = `tests="${expectations.length + missing.length}" failures="${count('broken')}" errors="${count('unseen') + missing.length}"`
  const out = `  <system-out>${escapeMarkup(reportText(report))}</system-out>\n`
  return ` <testsuite name="${escapeMarkup(scenario.name)}" ${totals} timestamp="${report.startedAt}">\n${cases.join('')}${gaps.join('')}${out} </testsuite>\n`
}
