import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Case } from '../../contracts/report/case.js'
import { renderCodeQuality } from '../../contracts/report/code-quality.js'
import { renderGithub } from '../../contracts/report/github.js'
import { renderJunit } from '../../contracts/report/junit.js'
import type { Context } from '../context.js'
import type { ReportOptions } from '../definitions/contracts-reports.js'
import type { Style } from '../render/style.js'
import { EXIT, type Result } from '../result.js'

interface Outcome {
  readonly cases: readonly Case[]
  readonly data: unknown
  readonly human: (style: Style) => string
}

/** What was found, told as the options ask; and the exit code that it makes. */
export function reported(context: Context, options: ReportOptions, { cases, data, human }: Outcome): Result {
  const inPlace: string[] = []
  const files: readonly (readonly [string | true | undefined, (cases: readonly Case[]) => string])[] = [
    [options.junit, renderJunit],
    [options.codeQuality, renderCodeQuality],
  ]
  for (const [to, render] of files) {
    if (to === true) inPlace.push(render(cases))
    else if (to !== undefined) write(resolve(context.terminal.cwd, to), render(cases))
  }
  const annotations = (options.github ?? context.terminal.env.GITHUB_ACTIONS === 'true') ? renderGithub(cases) : ''
  const severities = cases.flatMap(({ problems }) => problems.map(({ severity }) => severity))
  const fails = options.failOn === 'warning' ? severities.length > 0 : severities.includes('error')
  return {
    exitCode: fails ? EXIT.failed : EXIT.ok,
    data,
    human: (style) => (inPlace.length > 0 ? inPlace.join('') : `${human(style)}${annotations}`),
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
