import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { junit } from '../../engine/scenarios/junit.js'
import type { Outcome, Report } from '../../engine/scenarios/report.js'
import { reportText } from '../../engine/scenarios/report-text.js'
import type { Context } from '../context.js'
import { EXIT, type Result } from '../result.js'

const CODES: Readonly<Record<Outcome, number>> = { passed: EXIT.ok, failed: EXIT.failed, incomplete: EXIT.incomplete }

/** What is made of a report: for a person, for programs, and as JUnit in a file. */
export async function reportResult(
  { terminal }: Pick<Context, 'terminal'>,
  report: Report,
  options: { readonly junit?: string | undefined; readonly brief?: boolean | undefined },
): Promise<Result> {
  if (options.junit !== undefined) await writeFile(resolve(terminal.cwd, options.junit), junit([report]))
  return {
    exitCode: CODES[report.outcome],
    data: report,
    human: (style) => reportText(report, style, { verbose: options.brief !== true }),
  }
}
