import type { Command } from 'commander'
import type { Run } from '../program.js'
import { defineAttack } from './attack.js'
import { countNumber, type RemoteOptions, remote } from './shared.js'

export interface ListenOptions extends RemoteOptions {
  readonly vendor?: string
  readonly forward?: string
}
export interface ListDeliveriesOptions extends RemoteOptions {
  readonly vendor?: string
  readonly state?: string
  readonly limit?: number
}
export interface ReplayOptions extends RemoteOptions {
  readonly id: string
}
export interface TriggerOptions extends RemoteOptions {
  readonly type?: string
  readonly list?: boolean
  readonly vendor?: string
}

export interface RollOptions extends RemoteOptions {
  readonly endpoint: string
  readonly overlap?: string
  readonly vendor?: string
}

export function defineWebhooks(program: Command, run: Run): void {
  const webhooks = program.command('webhooks').description('events and their deliveries')
  const load = () => import('../commands/webhooks.js')
  const example = (text: string) => `\nExample:\n  $ standin webhooks ${text}\n`
  remote(webhooks.command('listen').description('print each delivery, until Ctrl-C'))
    .option('--vendor <name>', 'whose; default: the only one')
    .option('--forward <url>', 'send them there instead of here')
    .addHelpText('after', example('listen --forward http://localhost:3000/webhook'))
    .action((options: ListenOptions) => run(async () => (await import('../commands/listen.js')).listen, options))
  remote(webhooks.command('list').description('endpoints, and the last deliveries'))
    .option('--vendor <name>', 'of this vendor')
    .option('--state <state>', 'pending, delivered, failed, held or dropped')
    .option('--limit <count>', 'at most so many deliveries', countNumber)
    .addHelpText('after', example('list --state failed'))
    .action((options: ListDeliveriesOptions) => run(async () => (await load()).listWebhooks, options))
  remote(webhooks.command('replay').description('send a delivery again').argument('<id>'))
    .addHelpText('after', example('replay dlv_AbC123'))
    .action((id: string, options: RemoteOptions) => run(async () => (await load()).replayDelivery, { ...options, id }))
  remote(webhooks.command('trigger').description('make an event happen').argument('[type]', "in the vendor's words"))
    .option('--list', 'print the types that there are')
    .option('--vendor <name>', 'whose; default: the only one')
    .addHelpText('after', example('trigger payment_intent.succeeded'))
    .action((type: string | undefined, options: RemoteOptions) =>
      run(async () => (await load()).triggerEvent, { ...options, ...(type !== undefined && { type }) }),
    )
  remote(webhooks.command('roll').description('give an endpoint a new secret').argument('<endpoint>'))
    .option('--overlap <duration>', 'how long the old one signs too: 24h')
    .option('--vendor <name>', 'whose; default: the only one')
    .addHelpText('after', example('roll we_AbC123 --overlap 24h'))
    .action((endpoint: string, options: RemoteOptions) =>
      run(async () => (await load()).rollSecret, { ...options, endpoint }),
    )
  defineAttack(webhooks, run)
  webhooks.addHelpText('after', example('listen --forward http://localhost:3000/webhook'))
}
