import type { Command } from 'commander'
import type { Run } from '../program.js'
import { countNumber, type RemoteOptions, remote } from './shared.js'

export interface AttackOptions extends RemoteOptions {
  readonly url: string
  readonly vendor?: string
  readonly event?: string
  readonly cause?: string
  readonly probe?: string
  readonly restart?: string
  readonly only?: readonly string[]
  readonly settle?: number
  readonly junit?: string
  readonly sarif?: string
}

const NOTES = `
The commands are run by a shell. --cause is run anew for each check, with another number in STANDIN_ATTACK each time.
Example:
  $ standin webhooks attack http://localhost:3000/webhook --vendor stripe --event payment_intent.succeeded \\
      --cause 'curl -sf localhost:3000/orders -d id=$STANDIN_ATTACK' --junit attack.xml
`

/** Below `webhooks`. */
export function defineAttack(webhooks: Command, run: Run): void {
  remote(webhooks.command('attack').description('see whether an endpoint can be deceived').argument('<url>'))
    .option('--vendor <name>', 'whose webhooks')
    .option('--event <type>', 'the event that is judged; without --cause it is triggered')
    .option('--cause <command>', 'makes such an event happen')
    .option('--probe <command>', 'prints the effect, best as a number; default: what is asked of the stand-in')
    .option('--restart <command>', 'kills the endpoint and starts it anew')
    .option('--only <checks...>', 'only these: in-parallel, crash')
    .option('--settle <ms>', 'its work is over when it has asked nothing for so long; default 300', countNumber)
    .option('--junit <file>', 'write a report for CI')
    .option('--sarif <file>', 'write a report for code scanning')
    .addHelpText('after', NOTES)
    .action((url: string, options: RemoteOptions) =>
      run(async () => (await import('../commands/attack.js')).attackEndpoint, { ...options, url }),
    )
}
