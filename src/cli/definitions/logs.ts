import type { Command } from 'commander'
import type { Run } from '../program.js'
import { countNumber, type RemoteOptions, remote } from './shared.js'

export interface LogsOptions extends RemoteOptions {
  readonly vendor?: string
  readonly status?: string
  readonly operation?: string
  readonly search?: string
  readonly limit?: number
  readonly follow?: boolean
}
export interface ShowLogOptions extends RemoteOptions {
  readonly id: string
}

export function defineLogs(program: Command, run: Run): void {
  const logs = program.command('logs').description('what was asked and answered')
  const load = () => import('../commands/logs.js')
  remote(logs.command('list', { isDefault: true }).description('the last requests (also without `list`)'))
    .option('--vendor <name>', 'of this vendor')
    .option('--status <code>', '404, or 4xx')
    .option('--operation <key>', 'of this operation: "POST /v1/customers"')
    .option('--search <text>', 'whose path or body holds this')
    .option('--limit <count>', 'at most so many', countNumber)
    .option('--follow', 'as they come, until Ctrl-C')
    .addHelpText('after', '\nExample:\n  $ standin logs --follow --status 4xx\n')
    .action((options: LogsOptions) => run(async () => (await load()).listLogs, options))
  remote(logs.command('show').description('one request, with what the description asks for').argument('<id>'))
    .addHelpText('after', '\nExample:\n  $ standin logs show req_AbC123\n')
    .action((id: string, options: RemoteOptions) => run(async () => (await load()).showLog, { ...options, id }))
  remote(logs.command('clear').description('empty the log'))
    .addHelpText('after', '\nExample:\n  $ standin logs clear\n')
    .action((options: RemoteOptions) => run(async () => (await load()).clearLogs, options))
  logs.addHelpText('after', '\nExamples:\n  $ standin logs --follow --status 4xx\n  $ standin logs show req_AbC123\n')
}
