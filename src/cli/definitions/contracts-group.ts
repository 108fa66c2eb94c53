import type { Command } from 'commander'

/** The command whose parts several files define. */
export function contractsGroup(program: Command): Command {
  const known = program.commands.find((command) => command.name() === 'contracts')
  return known ?? program.command('contracts').description('contracts between your program and its vendors')
}
