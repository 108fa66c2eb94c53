import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type ReportOptions, reporting } from './contracts-reports.js'

export interface ProbeOptions extends ReportOptions {
  readonly vendor: string
  readonly baseUrl: string
  readonly pacts: string
  readonly consumer?: string
  readonly yes?: boolean
}

export function defineContractsProbe(contracts: Command, run: Run): void {
  reporting(contracts.command('probe'))
    .description("ask the vendor's own test mode what the contracts ask; with a test credential only")
    .requiredOption('--vendor <name>', 'which')
    .requiredOption('--base-url <url>', "the vendor's test host, or a sandbox on this machine")
    .option('--pacts <folder>', 'the contracts', 'pacts')
    .option('--consumer <name>', 'only those of this one')
    .option('--yes', 'write without asking: for CI')
    .addHelpText(
      'after',
      `
The credential is read from the environment (STRIPE_SECRET_KEY). Live ones are refused, and so is every host that is neither
the vendor's test host nor this machine. What was made is taken back where the vendor can.

Examples:
  $ STRIPE_SECRET_KEY=sk_test_... standin contracts probe --vendor stripe --base-url https://api.stripe.com
  $ standin contracts probe --vendor stripe --base-url http://127.0.0.1:4011 --yes
`,
    )
    .action((options: ProbeOptions) =>
      run(async () => (await import('../commands/contracts/probe.js')).probeContracts, options),
    )
}
