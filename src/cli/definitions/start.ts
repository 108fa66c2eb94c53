import type { Command } from 'commander'
import type { Run } from '../program.js'
import { given, type LaunchOptions, launching, portNumber } from './shared.js'

export interface StartOptions extends LaunchOptions {
  readonly portBase?: number
  readonly controlPort?: number
  readonly host?: string
  readonly controlHost?: readonly string[]
  readonly httpsOnly?: boolean
  readonly state?: string
  readonly fsync?: boolean
}

export function defineStart(program: Command, run: Run): void {
  launching(program.command('start'))
    .description('start the stand-ins, each on its port, until Ctrl-C')
    .option('--port-base <port>', 'the control port; vendors follow it: 4010 gives stripe 4011', portNumber)
    .option('--control-port <port>', 'the control port alone', portNumber)
    .option('--host <address>', 'to listen on; default 127.0.0.1')
    .option('--control-host <names...>', 'names beside loopback under which the control API may be called')
    .option('--https-only', "refuse plain HTTP on the vendors' ports")
    .option('--state <folder>', 'keep all worlds there: the next start with it goes on from them')
    .option('--fsync', 'answer only when the disk has it: the state outlasts a loss of power, too')
    .option('--json', 'one line of JSON once it runs')
    .addHelpText(
      'after',
      `
Examples:
  $ standin start --forward stripe=http://localhost:3000/webhook
  $ standin start --seed demo --at 2027-01-01T00:00:00Z --frozen
  $ standin start --port-base 5010
  $ standin start --state .standin/state
`,
    )
    .action((options: StartOptions) => run(async () => (await import('../commands/start.js')).start, given(options)))
}
