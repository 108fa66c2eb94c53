import type { Command } from 'commander'
import type { Run } from '../program.js'

export interface UseSpecOptions {
  readonly vendor: string
  readonly description: string
  readonly json?: boolean
}
export interface ListSpecsOptions {
  readonly json?: boolean
}

export function defineSpecs(program: Command, run: Run): void {
  const specs = program.command('specs').description('the descriptions that the stand-ins and contracts follow')
  specs
    .command('use')
    .description('follow this description from now on; it is pinned in standin.lock')
    .argument('<vendor>')
    .argument('<description>', 'OpenAPI document (file or URL), SDK (folder or package), or `pinned`')
    .option('--json', 'output for programs')
    .addHelpText(
      'after',
      `
Examples:
  $ standin specs use stripe ./openapi.spec3.json
  $ standin specs use stripe pinned          what this version of Standin carries, and no other
`,
    )
    .action((vendor: string, description: string, options: ListSpecsOptions) =>
      run(async () => (await import('../commands/specs.js')).useSpec, { ...options, vendor, description }),
    )
  specs
    .command('list', { isDefault: true })
    .description('what is in use')
    .option('--json', 'output for programs')
    .addHelpText('after', '\nExample:\n  $ standin specs list\n')
    .action((options: ListSpecsOptions) => run(async () => (await import('../commands/specs.js')).listSpecs, options))
  specs.addHelpText('after', '\nExample:\n  $ standin specs use stripe ./openapi.spec3.json\n')
}
