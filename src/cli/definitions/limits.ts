import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface LimitsOptions extends RemoteOptions {
  readonly vendor?: string
  readonly watch?: boolean
}

export function defineLimits(program: Command, run: Run): void {
  remote(program.command('limits').description("how far the vendors' limits are filled"))
    .option('--vendor <name>', 'of this vendor')
    .option('--watch', 'again each second, until Ctrl-C')
    .addHelpText('after', '\nExample:\n  $ standin limits --watch\n')
    .action((options: LimitsOptions) => run(async () => (await import('../commands/limits.js')).showLimits, options))
}
