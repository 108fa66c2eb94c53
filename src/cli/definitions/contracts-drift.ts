import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type ReportOptions, reporting } from './contracts-reports.js'

export interface DriftOptions extends ReportOptions {
  readonly vendor?: string
  readonly against?: string
  readonly from?: string
  readonly pacts: string
}

export function defineContractsDrift(contracts: Command, run: Run): void {
  reporting(contracts.command('drift'))
    .description('would a description still accept what you send and promise what you read? Nothing is run')
    .option('--vendor <name>', 'of this vendor; default: every vendor that there are contracts with')
    .option(
      '--against <description>',
      'OpenAPI document (file or URL), SDK (folder or package); default: the one in use',
    )
    .option(
      '--from <description>',
      'what the contracts were recorded against; default: the one in use, where it is that',
    )
    .option('--pacts <folder>', 'the contracts', 'pacts')
    .addHelpText(
      'after',
      `
Examples:
  $ standin contracts drift
  $ standin contracts drift --vendor stripe --against ./openapi.spec3.json
  $ standin contracts drift --vendor stripe --from node_modules/stripe --against ../newer/node_modules/stripe
  $ standin contracts drift --junit drift.xml --code-quality gl-code-quality-report.json
`,
    )
    .action((options: DriftOptions) =>
      run(async () => (await import('../commands/contracts/drift.js')).driftContracts, options),
    )
}
