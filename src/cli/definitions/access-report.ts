import { type Command, Option } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export type AccessFailure = 'unused' | 'refused' | 'broad'

export interface AccessReportOptions extends RemoteOptions {
  readonly vendor?: string
  readonly failOn?: readonly AccessFailure[]
  readonly all?: boolean
}

export function defineAccessReport(program: Command, run: Run): void {
  remote(program.command('access-report').description('what credentials were used for, beside what they are granted'))
    .option('--vendor <name>', 'of this vendor')
    .option('--all', 'those that nobody used too')
    .addOption(
      new Option(
        '--fail-on <what...>',
        'exit with 1 where a grant was not used, a request was refused, or all is granted',
      ).choices(['unused', 'refused', 'broad']),
    )
    .addHelpText('after', '\nExample:\n  $ standin access-report --vendor stripe --fail-on unused\n')
    .action((options: AccessReportOptions) =>
      run(async () => (await import('../commands/access-report.js')).showAccessReport, options),
    )
}
