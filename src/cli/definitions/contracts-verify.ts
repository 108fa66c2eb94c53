import type { Command } from 'commander'
import type { Run } from '../program.js'

export interface VerifyOptions {
  readonly pacts?: string
  readonly vendor?: readonly string[]
  readonly config?: string
  readonly allowGeneric?: boolean
  readonly junit?: string
  readonly annotations?: boolean
  readonly brokerUrl?: string
  readonly brokerToken?: string
  readonly brokerUsername?: string
  readonly brokerPassword?: string
  readonly publish?: boolean
  readonly providerVersion?: string
  readonly providerBranch?: string
  readonly json?: boolean
}

export function defineContractsVerify(contracts: Command, run: Run): void {
  contracts
    .command('verify')
    .description("verify contracts against the stand-ins: that Standin's model keeps them")
    .option('--pacts <folder>', 'a folder of Pact files, or one; default: pacts')
    .option('--vendor <names...>', 'only contracts with these vendors')
    .option('--config <file>', 'configuration of the sandbox')
    .option('--allow-generic', 'let answers pass that only the description stands behind')
    .option('--junit <file>', 'write a JUnit report there')
    .option('--annotations', 'print annotations for GitHub; default: where GITHUB_ACTIONS is set')
    .option('--broker-url <url>', 'take the contracts from a Pact broker')
    .option('--broker-token <token>', 'for the broker; default: PACT_BROKER_TOKEN')
    .option('--broker-username <name>', 'for the broker; default: PACT_BROKER_USERNAME')
    .option('--broker-password <password>', 'for the broker; default: PACT_BROKER_PASSWORD')
    .option('--publish', 'tell the broker what was found')
    .option(
      '--provider-version <version>',
      "what is published as the vendor's version; default: that of its description",
    )
    .option('--provider-branch <branch>', 'what is published as its branch')
    .option('--json', 'output for programs')
    .addHelpText(
      'after',
      `
Examples:
  $ standin contracts verify
  $ standin contracts verify --pacts contracts --vendor stripe --junit reports/contracts.xml
  $ standin contracts verify --broker-url https://broker.example --publish
`,
    )
    .action((options: VerifyOptions) =>
      run(async () => (await import('../commands/contracts/verify.js')).verify, options),
    )
}
