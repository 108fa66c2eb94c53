import { type Case, wordsOf } from './case.js'

/** JUnit's XML, as GitLab, Jenkins and others read it. Errors are failures; warnings are told and do not fail. */
export function renderJunit(cases: readonly Case[]): string {
  const suites = grouped(cases)
  const rendered = [...suites].map(([name, own]) => {
    const failures = own.filter(failed).length
    const body = own.map(renderCase).join('\n')
    return `  <testsuite name="${escaped(name)}" tests="${own.length}" failures="${failures}" errors="0" skipped="${own.filter(({ skipped }) => skipped !== undefined).length}">\n${body}\n  </testsuite>`
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
  const open = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}" file="${escaped(file)}"`
  if (skipped !== undefined) return `${open}>\n      <skipped message="${escaped(skipped)}"/>\n    </testcase>`
  if (problems.length === 0) return `${open}/>`
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const failure = errors.map(
    (problem) =>
      `      <failure type="${escaped(problem.check)}" message="${escaped(problem.message)}">${escaped(wordsOf(problem))}</failure>`,
  )
  const told =
    warnings.length > 0 ? [`      <system-out>${escaped(warnings.map(wordsOf).join('\n'))}</system-out>`] : []
  return `${open}>\n${[...failure, ...told].join('\n')}\n    </testcase>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  // What XML 1.0 has no place for, in whatever way it is written.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return allowed.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
