import type { Command } from 'commander'
import type { Run } from '../program.js'
import { given, type LaunchOptions, launching } from './shared.js'

export interface RecordOptions extends LaunchOptions {
  readonly consumer: string
  readonly out: string
  readonly reads?: string
  readonly keep?: readonly string[]
  readonly knockout?: boolean
  readonly verbose?: boolean
  readonly command: readonly string[]
}

export function defineContractsRecord(contracts: Command, run: Run): void {
  launching(contracts.command('record'))
    .description('run a program, and turn what it asked the vendors into contracts')
    .argument('<command...>', 'the program and its arguments, behind --')
    .passThroughOptions()
    .requiredOption('--consumer <name>', 'what the program is called in contracts')
    .option('--out <folder>', 'where the Pact files go', 'pacts')
    .option('--reads <file>', 'YAML or JSON: the fields that the program reads, by operation')
    .option('--keep <values...>', 'personal data that may stand in the files as it is')
    .option('--knockout', 'find what it reads: run it again and again with fields withheld')
    .option('--verbose', 'say on stderr what is set and what was asked')
    .option('--json', 'output for programs')
    .addHelpText(
      'after',
      `
Files are written when the program ends well. The clock begins at 2026-01-01T12:00:00Z unless --at says otherwise.

Examples:
  $ standin contracts record --consumer shop -- npm test
  $ standin contracts record --consumer shop --knockout -- node checkout.js
`,
    )
    .action((command: string[], options: Omit<RecordOptions, 'command'>) =>
      run(async () => (await import('../commands/contracts/record.js')).record, given({ ...options, command })),
    )
}
