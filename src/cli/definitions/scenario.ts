import type { Command } from 'commander'
import type { Run } from '../program.js'
import { given, type LaunchOptions, launching, type RemoteOptions, remote, secondsNumber } from './shared.js'

export interface ScenarioListOptions {
  readonly config?: string
  readonly vendor?: string
  readonly json?: boolean
}
export interface ScenarioShowOptions extends ScenarioListOptions {
  readonly name: string
}
export interface ScenarioStartOptions extends RemoteOptions {
  readonly name: string
  readonly keep?: boolean
}
export interface ScenarioReportOptions extends RemoteOptions {
  readonly junit?: string
  readonly brief?: boolean
}
export interface ScenarioRunOptions extends LaunchOptions {
  readonly name: string
  readonly command: readonly string[]
  readonly attach?: boolean
  readonly world: string
  readonly controlUrl?: string
  readonly keep?: boolean
  readonly for?: number
  readonly junit?: string
  readonly brief?: boolean
}

const NAME = 'of the scenario, or a YAML file'
const EXITS = `
Exit codes: 0 all that was expected held, 1 something was broken, 2 wrong use, 3 no sandbox running,
4 nothing was broken, but the scenario did not come about (a fault never struck, a step never came).
`

export function defineScenario(program: Command, run: Run): void {
  const scenario = program
    .command('scenario')
    .description('failures with a name: what goes wrong, and what is expected')
  const load = () => import('../commands/scenario.js')
  local(scenario.command('list').description('those that there are'))
    .option('--vendor <name>', 'in which this vendor takes part')
    .addHelpText('after', '\nExample:\n  $ standin scenario list --vendor stripe\n')
    .action((options: ScenarioListOptions) => run(async () => (await load()).listScenarios, options))
  local(scenario.command('show').description('one of them, in plain words').argument('<name>', NAME))
    .addHelpText('after', '\nExample:\n  $ standin scenario show charged-twice-late-webhook\n')
    .action((name: string, options: ScenarioListOptions) =>
      run(async () => (await load()).showScenario, { ...options, name }),
    )
  remote(scenario.command('start').description('empty a world, and begin one in it').argument('<name>', NAME))
    .option('--keep', 'do not empty the world first')
    .addHelpText('after', '\nExample:\n  $ standin scenario start charged-twice-late-webhook\n')
    .action((name: string, options: RemoteOptions) =>
      run(async () => (await load()).startScenario, { ...options, name }),
    )
  reporting(remote(scenario.command('check').description('what happened so far, and what is to be said of it')))
    .addHelpText('after', `${EXITS}\nExample:\n  $ standin scenario check\n`)
    .action((options: ScenarioReportOptions) => run(async () => (await load()).checkScenario, options))
  reporting(remote(scenario.command('stop').description('end it, with a last report; the world stays as it is')))
    .addHelpText('after', `${EXITS}\nExample:\n  $ standin scenario stop --junit report.xml\n`)
    .action((options: ScenarioReportOptions) => run(async () => (await load()).stopScenario, options))
  defineRun(scenario, run)
  scenario.addHelpText('after', '\nExample:\n  $ standin scenario run charged-twice-late-webhook -- npm test\n')
}

function defineRun(scenario: Command, run: Run): void {
  reporting(launching(scenario.command('run')))
    .description('run a program through a scenario, and judge it')
    .argument('<name>', NAME)
    .argument('<command...>', 'the program and its arguments, behind --')
    .option('--attach', 'use the sandbox that runs already')
    .option('--world <name>', 'the world', 'default')
    .option('--control-url <url>', 'of the sandbox to attach to')
    .option('--keep', 'do not empty the world first')
    .option('--for <seconds>', 'end the program after so long', secondsNumber)
    .option('--json', 'the report for programs')
    .addHelpText(
      'after',
      `
The program is run as by \`standin run\`. The scenario ends when it does, or at Ctrl-C.
${EXITS}
Examples:
  $ standin scenario run webhook-duplicate --forward stripe=http://localhost:3000/webhook -- npm test
  $ standin scenario run ./scenarios/our-own.yaml --for 30 --junit report.xml -- node server.js
`,
    )
    .action((name: string, command: string[], options: Omit<ScenarioRunOptions, 'name' | 'command'>) =>
      run(async () => (await import('../commands/scenario-run.js')).runScenario, given({ ...options, name, command })),
    )
}

function local(command: Command): Command {
  return command
    .option('--config <file>', 'configuration; default: the one here or above')
    .option('--json', 'output for programs')
}

function reporting(command: Command): Command {
  return command.option('--junit <file>', 'write the report there too').option('--brief', 'leave out what happened')
}
