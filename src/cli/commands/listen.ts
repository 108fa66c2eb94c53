import type { DeliveryView } from '../../engine/control/views.js'
import type { Context } from '../context.js'
import type { ListenOptions } from '../definitions/webhooks.js'
import { EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
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
  const { stop } = context.terminal
  const client = connect(context.terminal, options)
  const { vendor, forward, world } = options
  const receiver = forward === undefined ? await printingReceiver(context) : undefined
  const ended = new AbortController()
  const close = async () => {
    ended.abort()
    await receiver?.close()
  }
  stop.addEventListener('abort', () => ended.abort(), { once: true })
  try {
    // Open before there is an endpoint, so that no delivery is missed.
    const live = await client.live<DeliveryView>(worldPath(world, 'deliveries', 'live'), { vendor }, ended.signal)
    const url = forward ?? receiver?.url
    const subscribed = await client.post<Subscribed>(worldPath(world, 'webhooks'), { vendor, url })
    const { endpoint, secret, held } = subscribed
    if (held) context.note(`${url} is not on this machine: deliveries are held until its host is allowed (--allow).`)
    return {
      exitCode: EXIT.ok,
      data: subscribed,
      human: (style) => `Listening to ${subscribed.vendor}: ${url}\nSecret: ${style.bold(secret)}\n`,
      wait: async () => {
        await printDeliveries(context, live, endpoint)
        if (stop.aborted) await client.delete(worldPath(world, 'webhooks', endpoint))
        await close()
        return stop.aborted ? EXIT.ok : EXIT.notRunning
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

function printingReceiver(context: Context) {
  return openReceiver((received) => {
    context.emit({ received }, () => (received.body ? `${pretty(received.body)}\n` : ''))
  })
}

async function printDeliveries(context: Context, live: AsyncIterable<DeliveryView>, endpoint: string): Promise<void> {
  for await (const delivery of live) {
    // One that is only to be sent is nothing yet.
    const waits = delivery.attempts.length === 0 && delivery.state === 'pending'
    if (delivery.endpoint === endpoint && !waits)
      context.emit(delivery, (style) => `${deliveryLine(style, delivery)}\n`)
  }
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
