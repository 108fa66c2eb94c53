import type { Row, Table } from '../../../src/engine/kit.js'
import type { SalesforceWorld } from '../world.js'

/** A workflow's action that tells an endpoint of records; its id begins with 04k. */
export interface OutboundMessage extends Row {
  readonly name: string
  /** API name of the object. */
  readonly object: string
  readonly url: string
  /** Fields that are told beside Id, by API name. */
  readonly fields: readonly string[]
  /** Which saves cause it. */
  readonly on: 'create' | 'update' | 'both'
  readonly includeSessionId: boolean
  /** Whose session it would be, and whose eyes the record is read with. */
  readonly user: string
  readonly active: boolean
  /** `59.0` */
  readonly apiVersion: string
  /** Not Salesforce's: what signs a header of the sandbox's own. Null, as in life, unless the configuration asks for it. */
  readonly sandboxSecret: string | null
}

/** One POST: up to a hundred notifications, told again until they are acknowledged. */
export interface OutboundBatch extends Row {
  readonly message: string
  readonly notifications: readonly { readonly id: string; readonly record: string }[]
  readonly session: string | null
}

/** Notifications in one POST. */
export const MOST_NOTIFICATIONS = 100

export function outboundMessages(world: SalesforceWorld): Table<OutboundMessage> {
  return world.port.table('_outbound_message')
}

export function outboundBatches(world: SalesforceWorld): Table<OutboundBatch> {
  return world.port.table('_outbound_batch')
}

type Given = Partial<Omit<OutboundMessage, 'id'>> & { readonly object: string; readonly url: string }

/** Sets one up, as an administrator does. Without fields it tells the id alone. */
export function addOutboundMessage(world: SalesforceWorld, given: Given): OutboundMessage {
  return outboundMessages(world).insert({
    name: `Notify of ${given.object}`,
    fields: [],
    on: 'both',
    includeSessionId: false,
    user: world.users.all()[0]?.id ?? '',
    active: true,
    apiVersion: '59.0',
    sandboxSecret: null,
    ...given,
    id: world.idWithPrefix('04k'),
  })
}

/** Those of `settings.salesforce.outboundMessages`. */
export function mintOutboundMessages(world: SalesforceWorld): void {
  const given = world.setting('outboundMessages')
  if (!Array.isArray(given)) return
  for (const message of given) {
    if (typeof message?.object === 'string' && typeof message?.url === 'string') addOutboundMessage(world, message)
  }
}
