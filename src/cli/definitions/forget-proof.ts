import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface ForgetProofOptions extends RemoteOptions {
  readonly address: string
}

export function defineForgetProof(program: Command, run: Run): void {
  remote(program.command('forget-proof').argument('<address>'))
    .description('whether anything of somebody is left: in state, logs, deliveries, results')
    .addHelpText(
      'after',
      '\nExample:\n  $ standin forget-proof ada@lovelace.test\n\nExit code 1 where something is left.\n',
    )
    .action((address: string, options: RemoteOptions) =>
      run(async () => (await import('../commands/forget-proof.js')).proveForgotten, { ...options, address }),
    )
}
