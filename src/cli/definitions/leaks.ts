import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface LeaksOptions extends RemoteOptions {
  readonly targets: readonly string[]
  readonly except?: readonly string[]
}

const NOTES = `
Found are values that this world gave to a program or was given by it, and nothing that only looks like one: card numbers,
national ids, pay, secrets and the vendors' error texts, also URL-encoded, JSON-escaped and in base64. Exit code 1 where one is.
Examples:
  $ standin leaks app.log
  $ standin leaks logs/ data/ http://localhost:3000/orders/42 --except 'error text'
`

export function defineLeaks(program: Command, run: Run): void {
  remote(program.command('leaks').description('what must not be in your logs, storage and pages, found there'))
    .argument('<targets...>', 'files, directories, or URLs on this machine')
    .option(
      '--except <kinds...>',
      "not these: 'error text', secret, 'card number', 'national id', pay, 'personal data'",
    )
    .addHelpText('after', NOTES)
    .action((targets: readonly string[], options: RemoteOptions) =>
      run(async () => (await import('../commands/leaks.js')).findLeaks, { ...options, targets }),
    )
}
