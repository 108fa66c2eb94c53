import { escapeMarkup } from '../../engine/markup.js'
import { type Case, wordsOf } from './case.js'

/** JUnit's XML, as GitLab, Jenkins and others read it. Errors are failures; warnings are told and do not fail. */
export function renderJunit(cases: readonly Case[]): string {
  const suites = grouped(cases)
  const rendered = [...suites].map(([name, own]) => {
    const failures = own.filter(failed).length
    const body = own.map(renderCase).join('\n')
    return `  <testsuite name="${escapeMarkup(name)}" tests="${own.length}" failures="${failures}" errors="0" skipped="${own.filter(({ skipped }) => skipped !== undefined).length}">\n${body}\n  </testsuite>`
  })
  const failures = cases.filter(failed).length
  const head = `<testsuites name="standin" tests="${cases.length}" failures="${failures}" errors="0">`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[head, ...rendered, '</testsuites>'].join('\n')}\n`
}

function grouped(cases: readonly Case[]): Map<string, Case[]> {
  const suites = new Map<string, Case[]>()
  for (const each of cases) suites.set(each.suite, [...(suites.get(each.suite) ?? []), each])
  return suites
}

function failed({ problems }: Case): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

function renderCase({ suite, name, file, problems, skipped }: Case): string {
  const open = `    <testcase classname="${escapeMarkup(suite)}" name="${escapeMarkup(name)}" file="${escapeMarkup(file)}"`
  if (skipped !== undefined) return `${open}>\n      <skipped message="${escapeMarkup(skipped)}"/>\n    </testcase>`
  if (problems.length === 0) return `${open}/>`
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const failure = errors.map(
    (problem) =>
      `      <failure type="${escapeMarkup(problem.check)}" message="${escapeMarkup(problem.message)}">${escapeMarkup(wordsOf(problem))}</failure>`,
  )
  const told =
    warnings.length > 0 ? [`      <system-out>${escapeMarkup(warnings.map(wordsOf).join('\n'))}</system-out>`] : []
  return `${open}>\n${[...failure, ...told].join('\n')}\n    </testcase>`
}
