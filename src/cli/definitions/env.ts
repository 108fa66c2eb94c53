import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface EnvOptions extends RemoteOptions {
  readonly write?: string
  readonly export?: boolean
}

export function defineEnv(program: Command, run: Run): void {
  remote(program.command('env'))
    .description("a world's credentials as environment variables")
    .option('--write <file>', 'into a file that git ignores; its other lines stay')
    .option('--export', 'as shell commands')
    .addHelpText(
      'after',
      `
Examples:
  $ standin env --write .env.standin
  $ eval "$(standin env --export)"
`,
    )
    .action((options: EnvOptions) => run(async () => (await import('../commands/env.js')).env, options))
}
