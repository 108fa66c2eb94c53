import type { DeliveryView } from '../../engine/control/views.js'
import type { Context } from '../context.js'
import type { ListenOptions } from '../definitions/webhooks.js'
import { EXIT, type Result } from '../result.js'
import { type ControlClient, connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { deliveryLine } from './delivery-line.js'
import { openReceiver } from './receiver.js'

interface Subscribed {
  readonly vendor: string
  readonly endpoint: string
  readonly url: string
  readonly secret: string
  readonly held: boolean
}

/** Subscribes an endpoint, prints its secret and each delivery to it, and takes it away in the end. */
export async function listen(context: Context, options: ListenOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const { vendor, forward } = options
  const receiver =
    forward === undefined
      ? await openReceiver((received) =>
          context.emit({ received }, () => (received.body ? `${pretty(received.body)}\n` : '')),
        )
      : undefined
  try {
    const url = forward ?? receiver?.url
    const subscribed = await client.post<Subscribed>(worldPath(options.world, 'webhooks'), { vendor, url })
    const { secret, held } = subscribed
    if (held) context.note(`${url} is not on this machine: deliveries are held until its host is allowed (--allow).`)
    return {
      exitCode: EXIT.ok,
      data: subscribed,
      human: (style) => `Listening to ${subscribed.vendor}: ${url}\nSecret: ${style.bold(secret)}\n`,
      wait: async () => {
        try {
          return await follow(context, client, options.world, subscribed)
        } finally {
          await receiver?.close()
        }
      },
    }
  } catch (error) {
    await receiver?.close()
    throw error
  }
}

async function follow(
  context: Context,
  client: ControlClient,
  world: string,
  { endpoint }: Subscribed,
): Promise<number> {
  const { stop } = context.terminal
  const live = client.live<DeliveryView>(worldPath(world, 'deliveries', 'live'), { endpoint }, stop)
  for await (const delivery of live) {
    // One that is only to be sent is nothing yet.
    if (delivery.attempts.length === 0 && delivery.state === 'pending') continue
    context.emit(delivery, (style) => `${deliveryLine(style, delivery)}\n`)
  }
  if (!stop.aborted) return EXIT.notRunning
  await client.delete(worldPath(world, 'webhooks', endpoint))
  return EXIT.ok
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
