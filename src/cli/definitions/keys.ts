import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface ListKeysOptions extends RemoteOptions {
  readonly vendor?: string
}
export interface RollKeyOptions extends RemoteOptions {
  readonly variable: string
  readonly vendor?: string
  readonly overlap?: string
  readonly reveal?: boolean
}

export function defineKeys(program: Command, run: Run): void {
  const keys = program.command('keys').description('keys, passwords and secrets: who uses them, and rolling them')
  const load = () => import('../commands/keys.js')
  remote(keys.command('list').description('which hold, until when, and who used them last'))
    .option('--vendor <name>', 'of this vendor')
    .addHelpText('after', '\nExample:\n  $ standin keys list --vendor stripe\n')
    .action((options: ListKeysOptions) => run(async () => (await load()).listKeys, options))
  remote(keys.command('roll').description('give a key a new value').argument('<variable>', 'as `standin env` has it'))
    .option('--overlap <duration>', 'how long the old one holds too: 24h; default not at all')
    .option('--vendor <name>', 'whose')
    .option('--reveal', 'print the new value whole')
    .addHelpText('after', '\nExample:\n  $ standin keys roll STRIPE_SECRET_KEY --overlap 24h\n')
    .action((variable: string, options: RemoteOptions) =>
      run(async () => (await load()).rollKey, { ...options, variable }),
    )
  keys.addHelpText('after', '\nExample:\n  $ standin keys roll STRIPE_SECRET_KEY --overlap 24h\n')
}
