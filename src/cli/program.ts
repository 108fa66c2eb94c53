import { Command } from 'commander'
import type { Context } from './context.js'
import { defineAccessReport } from './definitions/access-report.js'
import { defineBundle } from './definitions/bundle.js'
import { defineClock } from './definitions/clock.js'
import { defineContracts } from './definitions/contracts.js'
import { defineCoverage } from './definitions/coverage.js'
import { defineEnv } from './definitions/env.js'
import { defineFaults } from './definitions/faults.js'
import { defineForgetProof } from './definitions/forget-proof.js'
import { defineKeys } from './definitions/keys.js'
import { defineLeaks } from './definitions/leaks.js'
import { defineLimits } from './definitions/limits.js'
import { defineLogs } from './definitions/logs.js'
import { defineReset } from './definitions/reset.js'
import { defineRun } from './definitions/run.js'
import { defineSalesforce } from './definitions/salesforce.js'
import { defineScenario } from './definitions/scenario.js'
import { defineSnapshot } from './definitions/snapshot.js'
import { defineSpecs } from './definitions/specs.js'
import { defineStart } from './definitions/start.js'
import { defineState } from './definitions/state.js'
import { defineWebhooks } from './definitions/webhooks.js'
import { defineWorld } from './definitions/world.js'
import type { Result } from './result.js'
import type { Terminal } from './terminal.js'
import { version } from './version.js'

/** Runs a command that is loaded only now, so that `--help` loads none. */
export type Run = <O extends { readonly json?: boolean | undefined }>(
  load: () => Promise<(context: Context, options: O) => Promise<Result>>,
  options: O,
) => Promise<void>

/** The command line: names, options and help. What a command does is in commands/. */
export function createProgram(terminal: Terminal, vendors: readonly string[], run: Run): Command {
  const program = new Command('standin')
    .description(`Stand-ins for ${vendors.join(', ')} on your own machine.`)
    .version(version(), '-V, --version')
    .enablePositionalOptions()
    .showHelpAfterError('See --help.')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      getOutHelpWidth: () => terminal.out.columns ?? 100,
      getErrHelpWidth: () => terminal.err.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', EXAMPLES)
  for (const define of [
    defineStart,
    defineRun,
    defineEnv,
    defineWorld,
    defineClock,
    defineReset,
    defineSnapshot,
    defineState,
    defineBundle,
    defineLogs,
    defineWebhooks,
    defineFaults,
    defineLimits,
    defineKeys,
    defineAccessReport,
    defineLeaks,
    defineCoverage,
    defineForgetProof,
    defineSalesforce,
    defineScenario,
    defineContracts,
    defineSpecs,
  ]) {
    define(program, run)
  }
  return program
}

const EXAMPLES = `
Examples:
  $ standin start                          stand-ins on their ports, until Ctrl-C
  $ standin run -- npm test                your program as it is, its vendors on this machine
  $ standin env --write .env.standin       credentials for your program
  $ standin logs --follow                  what your program asks, as it asks
  $ standin scenario list                  what can go wrong, by name

Exit codes: 0 done, 1 failed, 2 wrong use, 3 no sandbox running, 4 nothing was proved (scenario).
`
