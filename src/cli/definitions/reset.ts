import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export function defineReset(program: Command, run: Run): void {
  remote(program.command('reset'))
    .description('empty a world; its credentials and forwarded webhooks stay')
    .addHelpText('after', '\nExample:\n  $ standin reset --world ci-3\n')
    .action((options: RemoteOptions) => run(async () => (await import('../commands/world.js')).resetWorld, options))
}
