import type { DeliveryView } from '../../engine/control/views.js'
import { SandboxError } from '../../engine/errors.js'
import type { Context } from '../context.js'
import type { ListDeliveriesOptions, ReplayOptions, RollOptions, TriggerOptions } from '../definitions/webhooks.js'
import { withProgress } from '../render/progress.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { done, EXIT, type Result } from '../result.js'
import { type ControlClient, connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { deliveryLine, deliveryState } from './delivery-line.js'

interface Endpoint {
  readonly vendor: string
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly enabled: boolean
  readonly forwarded: boolean
  readonly held: boolean
}

export async function listWebhooks(context: Context, options: ListDeliveriesOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const { world, vendor, state, limit } = options
  const query = { vendor, state, limit: limit ?? 20 }
  const [{ endpoints }, { deliveries }] = await Promise.all([
    client.get<{ endpoints: Endpoint[] }>(worldPath(world, 'webhooks')),
    client.get<{ deliveries: DeliveryView[] }>(worldPath(world, 'deliveries'), query),
  ])
  const own = endpoints.filter((endpoint) => vendor === undefined || endpoint.vendor === vendor)
  return done(
    { endpoints: own, deliveries },
    (style) => `${endpointTable(style, own)}${deliveryTable(style, deliveries)}`,
  )
}

function endpointTable(style: Style, endpoints: readonly Endpoint[]): string {
  if (endpoints.length === 0) return `${style.dim('No endpoint hears of events: standin webhooks listen')}\n`
  const rows = endpoints.map(({ id, vendor, url, events, enabled, forwarded, held }) => [
    id,
    vendor,
    url,
    events.length > 3 ? `${events.length} types` : events.join(' '),
    held ? style.yellow('held: host not allowed') : enabled ? (forwarded ? 'forwarded' : 'enabled') : 'disabled',
  ])
  return renderTable(style, ['Endpoint', 'Vendor', 'URL', 'Events', 'State'], rows)
}

function deliveryTable(style: Style, deliveries: readonly DeliveryView[]): string {
  if (deliveries.length === 0) return `${style.dim('No deliveries.')}\n`
  const rows = deliveries.map((delivery) => [
    delivery.id,
    delivery.type,
    delivery.endpoint,
    deliveryState(style, delivery),
    String(delivery.attempts.length),
    delivery.due ?? '',
  ])
  return renderTable(style, ['Delivery', 'Type', 'Endpoint', 'State', 'Attempts', 'Next'], rows)
}

/** Exit code 1 where the endpoint did not take it. */
export async function replayDelivery(context: Context, options: ReplayOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const replaying = client.post<DeliveryView>(worldPath(options.world, 'deliveries', options.id, 'replay'))
  const delivery = await withProgress(context.terminal, 'sending it again', replaying)
  return {
    exitCode: delivery.state === 'delivered' ? EXIT.ok : EXIT.failed,
    data: delivery,
    human: (style) => `${deliveryLine(style, delivery)}\n`,
  }
}

export async function triggerEvent(context: Context, options: TriggerOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const { world, type, vendor, list } = options
  if (list) return listTypes(client, world, vendor)
  if (type === undefined) {
    const remedy = 'Name one, such as those of `standin webhooks trigger --list`.'
    throw new SandboxError('SANDBOX_BAD_INPUT', 'No type of event is named.', remedy)
  }
  const triggering = client.post<Triggered>(worldPath(world, 'events'), { type, vendor })
  const data = await withProgress(context.terminal, 'waiting for the endpoints', triggering)
  return done(data, (style) => {
    const told = data.deliveries.map((delivery) => `${deliveryLine(style, delivery)}\n`).join('')
    return `Happened: ${data.events.join(', ')}\n${told || `${style.dim('No endpoint hears of it: standin webhooks listen')}\n`}`
  })
}

async function listTypes(client: ControlClient, world: string, vendor: string | undefined): Promise<Result> {
  const data = await client.get<{ types: string[] }>(worldPath(world, 'events'), { vendor })
  return done(data, () => data.types.map((type) => `${type}\n`).join(''))
}

export async function rollSecret(context: Context, options: RollOptions): Promise<Result> {
  const { world, endpoint, overlap, vendor } = options
  const path = worldPath(world, 'webhooks', endpoint, 'roll')
  const data = await connect(context.terminal, options).post<{ secret: string }>(path, { overlap, vendor })
  return done(data, (style) => `New secret: ${style.bold(data.secret)}\n`)
}

interface Triggered {
  readonly events: readonly string[]
  readonly deliveries: readonly DeliveryView[]
}
