import type { Row } from '../../../src/engine/kit.js'
import type { WebhookEndpoint } from '../api.js'
import type { StripeWorld } from '../world.js'

/** An endpoint of the platform's that is told of events of connected accounts (`connect=true`). Its id is the endpoint's. */
export interface ConnectEndpoint extends Row {
  /** Of the platform's own events, too: only where Standin forwards. */
  readonly ownToo: boolean
}

/** Those who may hear of what happens in this account: its own endpoints, and those that the platform keeps for its connected accounts. */
export function listeners(world: StripeWorld): WebhookEndpoint[] {
  const { platform } = world
  const connected = ({ id }: WebhookEndpoint) => platform.connectEndpoints.find(id)
  const all = platform.webhookEndpoints.all()
  if (world === platform) return all.filter((endpoint) => connected(endpoint)?.ownToo ?? true)
  return [...world.webhookEndpoints.all(), ...all.filter(connected)]
}

/** An endpoint of this account, or of the platform's for it. */
export function endpointOf(world: StripeWorld, id: string): WebhookEndpoint | undefined {
  return world.webhookEndpoints.find(id) ?? world.platform.webhookEndpoints.find(id)
}
