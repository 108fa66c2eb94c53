import type { Command } from 'commander'
import type { Run } from '../program.js'

export interface ImportOptions {
  readonly vendor: string
  readonly file: string
  readonly config?: string
  readonly json?: boolean
}

export function defineSalesforce(program: Command, run: Run): void {
  const salesforce = program.command('salesforce').description("your own org's objects")
  salesforce
    .command('import-describe')
    .description('take objects of your own org over, out of the answer of their describe')
    .argument('<file>', 'JSON: one describe, a list of them, or {"sobjects": [...]}')
    .option('--config <file>', 'the configuration beside which they are kept')
    .option('--json', 'output for programs')
    .action((file: string, options: Omit<ImportOptions, 'vendor' | 'file'>) =>
      run(async () => (await import('../commands/import-settings.js')).importSettings, {
        ...options,
        vendor: 'salesforce',
        file,
      }),
    )
    .addHelpText(
      'after',
      `
Each object becomes a file of standin/salesforce/objects/, beside the configuration, and is there at the next start.

Example:
  $ sf sobject describe --sobject Invoice__c --json > invoice.json && standin salesforce import-describe invoice.json
`,
    )
}
