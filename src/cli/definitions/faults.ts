import { type Command, InvalidArgumentError } from 'commander'
import type { Run } from '../program.js'
import { countNumber, type RemoteOptions, remote } from './shared.js'

export interface AddFaultOptions extends RemoteOptions {
  /** What goes wrong: a kind of effect. */
  readonly kind?: string
  /** Its one value: milliseconds of a delay, a status, `after` of a reset. */
  readonly value?: string
  readonly file?: string
  readonly name?: string
  readonly vendor?: string
  readonly operation?: readonly string[]
  readonly event?: readonly string[]
  readonly nth?: number
  readonly probability?: number
  readonly times?: number
  readonly code?: string
  readonly retryAfter?: number
  readonly path?: string
  readonly by?: string
}
export interface RemoveFaultOptions extends RemoteOptions {
  readonly id: string
}

const KINDS = `
What can go wrong, each with its value:
  delay <ms>            rate-limit [s]         status <status> (--code)    maintenance [minutes]
  token <expired|revoked>                      reset [before|after]        hang [before|after]
  drip <bytes a second> truncate <part>        content-type <type>         data <missing|null|type|stale> (--path)
  tls <expired|wrong-host|untrusted>
  webhook <delay|duplicate|reorder|drop|forge|stale|wrong-secret|replay|tamper|before-answer> (--event, --by)
All there is, and what it does: docs/faults.md. A file holds one fault, or a list of them.
`

export function defineFaults(program: Command, run: Run): void {
  const faults = program.command('faults').description('what goes wrong, on purpose')
  const load = () => import('../commands/faults.js')
  const example = (text: string) => `\nExample:\n  $ standin faults ${text}\n`
  remote(faults.command('list').description('faults, and how often each has happened'))
    .addHelpText('after', example('list'))
    .action((options: RemoteOptions) => run(async () => (await load()).listFaults, options))
  remote(faults.command('add').description('make something go wrong').argument('[kind]').argument('[value]'))
    .option('--file <file>', 'instead: out of a YAML or JSON file')
    .option('--name <text>', 'for people')
    .option('--vendor <name>', 'only at this vendor')
    .option('--operation <keys...>', "only for these operations: 'POST /v1/charges', 'POST /v1/payment_intents*'")
    .option('--event <types...>', 'of webhooks: only for these events')
    .option('--nth <count>', 'only the nth that fits', countNumber)
    .option('--probability <part>', 'how likely: 0.25', part)
    .option('--times <count>', 'at most so often', countNumber)
    .option('--code <code>', "of a status: the vendor's own code")
    .option('--retry-after <seconds>', 'of a status', countNumber)
    .option('--path <path>', 'of data: where in the answer, data.0.id')
    .option('--by <duration>', 'of a webhook: how much later, or how old')
    .addHelpText('after', KINDS + example("add status 503 --operation 'POST /v1/charges' --times 1"))
    .action((kind: string | undefined, value: string | undefined, options: RemoteOptions) =>
      run(async () => (await load()).addFault, {
        ...options,
        ...(kind !== undefined && { kind }),
        ...(value !== undefined && { value }),
      }),
    )
  remote(faults.command('remove').description('take one away').argument('<id>'))
    .addHelpText('after', example('remove fault_1'))
    .action((id: string, options: RemoteOptions) => run(async () => (await load()).removeFault, { ...options, id }))
  remote(faults.command('clear').description('take all of them away'))
    .addHelpText('after', example('clear'))
    .action((options: RemoteOptions) => run(async () => (await load()).clearFaults, options))
  faults.addHelpText('after', example('add reset after --times 1'))
}

function part(text: string): number {
  const value = Number(text)
  if (value > 0 && value <= 1) return value
  throw new InvalidArgumentError('Give a number above 0, at most 1.')
}
