import type { Command } from 'commander'
import type { Run } from '../program.js'

export interface CoverageOptions {
  readonly vendor?: string
  readonly list?: boolean
  readonly config?: string
  readonly controlUrl?: string
  readonly json?: boolean
}

export function defineCoverage(program: Command, run: Run): void {
  program
    .command('coverage')
    .description('how many operations are modelled, generic and refused')
    .option('--vendor <name>', 'of this vendor')
    .option('--list', 'each operation')
    .option('--config <file>', 'configuration, where no sandbox runs')
    .option('--control-url <url>', 'of a sandbox; default: the one that runs here, or none')
    .option('--json', 'output for programs')
    .addHelpText('after', '\nExample:\n  $ standin coverage --vendor stripe --list\n')
    .action((options: CoverageOptions) => run(async () => (await import('../commands/coverage.js')).coverage, options))
}
