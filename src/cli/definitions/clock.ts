import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface AdvanceOptions extends RemoteOptions {
  readonly by?: string
  readonly to?: string
}

export function defineClock(program: Command, run: Run): void {
  const clock = program.command('clock').description("a world's clock")
  const load = () => import('../commands/clock.js')
  const example = (text: string) => `\nExample:\n  $ standin clock ${text}\n`
  remote(clock.command('show').description('what time it is'))
    .addHelpText('after', example('show --world ci-3'))
    .action((options: RemoteOptions) => run(async () => (await load()).showClock, options))
  remote(clock.command('freeze').description('stop it'))
    .addHelpText('after', example('freeze'))
    .action((options: RemoteOptions) => run(async () => (await load()).freezeClock, options))
  remote(clock.command('run').description('let it run'))
    .addHelpText('after', example('run'))
    .action((options: RemoteOptions) => run(async () => (await load()).runClock, options))
  remote(clock.command('advance').description('move it forward; what falls due on the way happens'))
    .argument('[duration]', '30d, 12h, 90m, 10s, 1h30m, or ISO 8601: P1M')
    .option('--to <time>', 'instead: until then')
    .addHelpText('after', example('advance 30d'))
    .action((by: string | undefined, options: RemoteOptions) =>
      run(async () => (await load()).advanceClock, { ...options, ...(by !== undefined && { by }) }),
    )
  clock.addHelpText('after', example('advance 30d'))
}
