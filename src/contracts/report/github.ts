import { type Case, wordsOf } from './case.js'

/**
 * GitHub's annotations, a line each: they show at the Pact file's line in a pull request.
 * @source https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions (read 2026-11-24)
 */
export function renderGithub(cases: readonly Case[]): string {
  return cases
    .flatMap(({ file, line, suite, problems }) =>
      problems.map((problem) => {
        const place = `file=${property(file)},line=${line},title=${property(suite)}`
        return `::${problem.severity} ${place}::${data(wordsOf(problem))}\n`
      }),
    )
    .join('')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
