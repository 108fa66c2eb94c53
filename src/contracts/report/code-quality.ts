import { createHash } from 'node:crypto'
import { type Case, wordsOf } from './case.js'

/**
 * GitLab's Code Quality report, shown in a merge request.
 * @source https://docs.gitlab.com/ci/testing/code_quality/ (read 2026-11-24)
 */
export function renderCodeQuality(cases: readonly Case[]): string {
  const issues = cases.flatMap(({ suite, name, file, line, problems }) =>
    problems.map((problem) => ({
      description: wordsOf(problem),
      check_name: problem.check,
      // Of what it is about and not of the line, so that it stays the same when the file grows.
      fingerprint: createHash('sha256').update([suite, name, problem.check, problem.message].join('\0')).digest('hex'),
      severity: problem.severity === 'error' ? 'critical' : 'minor',
      location: { path: file, lines: { begin: line } },
    })),
  )
  // The same interaction under two descriptions would be told twice.
  const unique = [...new Map(issues.map((issue) => [issue.fingerprint, issue])).values()]
  return `${JSON.stringify(unique, null, 2)}\n`
}
