import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type ReportOptions, reporting } from './contracts-reports.js'

export interface CheckOptions extends ReportOptions {
  readonly consumer?: string
  readonly pacts: string
  readonly reads?: string
  readonly knockout?: boolean
  readonly allowGeneric?: boolean
  readonly config?: string
  readonly update?: boolean
  readonly locked?: boolean
  readonly command: readonly string[]
}

export function defineContractsCheck(contracts: Command, run: Run): void {
  reporting(contracts.command('check'))
    .description('for a pull request: record again, tell what is new, verify, and look for drift; without any network')
    .argument('<command...>', 'the program and its arguments, behind --')
    .passThroughOptions()
    .option('--consumer <name>', 'what the program is called; default: as in the only consumer of the contracts')
    .option('--pacts <folder>', 'the contracts that are committed', 'pacts')
    .option('--reads <file>', 'the fields that the program reads; default: as the contracts say')
    .option('--knockout', 'find what it reads: run it again and again with fields withheld')
    .option('--allow-generic', 'let answers pass that only the description stands behind')
    .option('--config <file>', 'configuration of the sandbox')
    .option('--update', 'write what was recorded into the folder')
    .option('--locked', 'a contract that is not as recorded makes the exit code 1')
    .addHelpText(
      'after',
      `
Descriptions are those of standin.lock, or those that the package carries.

Examples:
  $ standin contracts check --consumer shop -- npm test
  $ standin contracts check --locked --junit reports/contracts.xml -- npm test
`,
    )
    .action((command: string[], options: Omit<CheckOptions, 'command'>) =>
      run(async () => (await import('../commands/contracts/check.js')).check, { ...options, command }),
    )
}
