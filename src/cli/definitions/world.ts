import type { Command } from 'commander'
import type { Run } from '../program.js'
import type { RemoteOptions } from './shared.js'

export interface NewWorldOptions extends RemoteOptions {
  readonly name: string
  readonly seed?: string
  readonly at?: string
  readonly frozen?: boolean
  readonly limits?: boolean
  readonly like?: string
}
export interface NamedWorldOptions extends RemoteOptions {
  readonly name: string
}

export function defineWorld(program: Command, run: Run): void {
  const world = program.command('world').description('worlds: one account of each vendor, with its own clock and log')
  const load = () => import('../commands/world.js')
  withoutWorld(world.command('list').description('the worlds')).action((options: RemoteOptions) =>
    run(async () => (await load()).listWorlds, options),
  )
  withoutWorld(world.command('new').description('make a world with credentials of its own').argument('<name>'))
    .option('--seed <text>', 'default: of its name')
    .option('--at <time>', 'where its clock begins')
    .option('--frozen', 'its clock stands still')
    .option('--no-limits', 'no rate limits')
    .option('--like <world>', 'a copy of another world, with its own credentials and clock')
    .action((name: string, options: RemoteOptions) => run(async () => (await load()).newWorld, { ...options, name }))
  withoutWorld(world.command('remove').description('remove a world').argument('<name>')).action(
    (name: string, options: RemoteOptions) => run(async () => (await load()).removeWorld, { ...options, name }),
  )
  withoutWorld(
    world.command('reset').description('empty a world; its credentials stay').argument('[name]', 'which', 'default'),
  ).action((name: string, options: RemoteOptions) =>
    run(async () => (await load()).resetWorld, { ...options, world: name }),
  )
  world.addHelpText('after', '\nExample:\n  $ standin world new ci-3 && standin env --world ci-3 --write .env.ci\n')
}

/** These name the world otherwise. */
function withoutWorld(command: Command): Command {
  return command
    .option('--control-url <url>', 'of the sandbox; default: the one that runs here, or STANDIN_CONTROL_URL')
    .option('--json', 'output for programs')
    .addHelpText(
      'after',
      `\nExample:\n  $ standin world ${command.name()}${command.name() === 'list' ? '' : ' ci-3'}\n`,
    )
}
