import type { Command } from 'commander'
import type { Run } from '../program.js'
import { type RemoteOptions, remote } from './shared.js'

export interface SaveBundleOptions extends RemoteOptions {
  readonly file: string
  readonly from?: string
}
export interface ReadBundleOptions {
  readonly file: string
  readonly json?: boolean
}

export function defineBundle(program: Command, run: Run): void {
  const bundle = program.command('bundle').description('what happened, as a file to hand on')
  const load = () => import('../commands/bundle.js')
  const example = (text: string) => `\nExample:\n  $ standin bundle ${text}\n`
  remote(bundle.command('save').description('save what happened, without secrets and personal data').argument('<file>'))
    .option('--from <snapshot>', 'only what came after a snapshot that is kept by name')
    .addHelpText('after', example('save bug.standin'))
    .action((file: string, options: RemoteOptions) => run(async () => (await load()).saveBundle, { ...options, file }))
  local(bundle.command('show').description('what is in it, in plain words').argument('<file>'))
    .addHelpText('after', example('show bug.standin'))
    .action((file: string, options: { json?: boolean }) =>
      run(async () => (await load()).showBundle, { ...options, file }),
    )
  local(bundle.command('replay').description('do it again, up to the first answer that differs').argument('<file>'))
    .addHelpText(
      'after',
      `${example('replay bug.standin')}\nNothing is sent out. Exit code 1 where something differs.\n`,
    )
    .action((file: string, options: { json?: boolean }) => run(async () => (await load()).replay, { ...options, file }))
  bundle.addHelpText('after', example('save bug.standin'))
}

/** These need no running sandbox. */
function local(command: Command): Command {
  return command.option('--json', 'output for programs')
}
