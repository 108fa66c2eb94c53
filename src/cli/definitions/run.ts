import type { Command } from 'commander'
import type { Run } from '../program.js'
import { given, type LaunchOptions, launching } from './shared.js'

export interface RunOptions extends LaunchOptions {
  readonly attach?: boolean
  readonly world: string
  readonly controlUrl?: string
  readonly verbose?: boolean
  readonly command: readonly string[]
}

export function defineRun(program: Command, run: Run): void {
  launching(program.command('run'))
    .description("run a program unchanged: its vendors' own hosts lead to stand-ins")
    .argument('<command...>', 'the program and its arguments, behind --')
    .passThroughOptions()
    .option('--attach', 'use the sandbox that runs already')
    .option('--world <name>', 'the world whose credentials the program gets', 'default')
    .option('--control-url <url>', 'of the sandbox to attach to')
    .option('--verbose', 'say on stderr what is set and what was asked')
    .addHelpText(
      'after',
      `
The program gets the credentials in its environment, and exits with its own code.

Examples:
  $ standin run -- npm test
  $ standin run --forward stripe=http://localhost:3000/webhook -- node server.js
  $ standin run --attach --world ci -- python app.py
`,
    )
    .action((command: string[], options: Omit<RunOptions, 'command'>) =>
      run(async () => (await import('../commands/run.js')).run, given({ ...options, command })),
    )
}
