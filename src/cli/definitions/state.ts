import type { Command } from 'commander'
import type { Run } from '../program.js'

export interface StateCheckOptions {
  readonly folder: string
  readonly setAside?: boolean
  readonly json?: boolean
}

export function defineState(program: Command, run: Run): void {
  const state = program.command('state').description('what `standin start --state` keeps')
  state
    .command('check')
    .description('read a state that nobody uses: what is in it, and whether all of it can be read')
    .argument('<folder>', 'as given to --state')
    .option(
      '--set-aside',
      'move a damaged end into a file beside, so that the next start goes on from what is before it',
    )
    .option('--json', 'output for programs')
    .addHelpText('after', '\nExample:\n  $ standin state check .standin/state\n')
    .action((folder: string, options: Omit<StateCheckOptions, 'folder'>) =>
      run(async () => (await import('../commands/state.js')).checkState, { ...options, folder }),
    )
}
