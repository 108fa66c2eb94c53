import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface SnapshotOptions extends RemoteOptions {
  /** A name, or the path of a file. */
  readonly target: string
}

export function defineSnapshot(program: Command, run: Run): void {
  const snapshot = program.command('snapshot').description("a world's whole state, kept and given back")
  const load = () => import('../commands/snapshot.js')
  const example = (text: string) => `\nExample:\n  $ standin snapshot ${text}\n`
  const where = 'a name, kept until the sandbox ends (with --state, for good); or a file: ./before.snapshot'
  remote(snapshot.command('save').description('keep the state as it is now').argument('<name|file>', where))
    .addHelpText('after', example('save before-refunds'))
    .action((target: string, options: RemoteOptions) =>
      run(async () => (await load()).saveSnapshot, { ...options, target }),
    )
  remote(snapshot.command('restore').description('give the world that state again').argument('<name|file>', where))
    .addHelpText('after', example('restore ./before.snapshot --world ci-3'))
    .action((target: string, options: RemoteOptions) =>
      run(async () => (await load()).restoreSnapshot, { ...options, target }),
    )
  remote(snapshot.command('list').description('those that are kept by name'))
    .addHelpText('after', example('list'))
    .action((options: RemoteOptions) => run(async () => (await load()).listSnapshots, options))
  remote(snapshot.command('remove').description('forget one that is kept by name').argument('<name>'))
    .addHelpText('after', example('remove before-refunds'))
    .action((target: string, options: RemoteOptions) =>
      run(async () => (await load()).removeSnapshot, { ...options, target }),
    )
  snapshot.addHelpText('after', example('save before-refunds'))
}
