import type { Call, Row } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { DATACENTER } from './datacenter.js'

/** How every key of ours begins; a real one begins so by a chance of one in 2 to the 48th. */
const MARK = '57a4d1000000'

/** An API key or an OAuth token; its id is what is sent. */
export interface MarketingKey extends Row {
  readonly kind: 'key' | 'token'
  readonly revoked: boolean
  /** Of one that another key took the place of: when it is revoked, Unix milliseconds. */
  readonly until?: number
}

/** Mints one that leads to this world: 32 hex digits, an API key with the datacenter behind. */
export function newKey(world: MailchimpWorld, kind: MarketingKey['kind']): MarketingKey {
  const digits = MARK + world.port.random.hex(20)
  const key = world.keys.insert({ id: kind === 'key' ? `${digits}-${DATACENTER}` : digits, kind, revoked: false })
  world.port.claim(key.id)
  return key
}

/** The password of Basic, whatever the user name; a Bearer, which may be a key too; `OAuth <token>` at the metadata. */
export function findKey(call: Call): string | undefined {
  const [scheme = '', value = ''] = (call.header('authorization') ?? '').split(' ')
  if (/^(?:bearer|oauth|apikey)$/i.test(scheme)) return value || undefined
  if (!/^basic$/i.test(scheme)) return undefined
  const decoded = Buffer.from(value, 'base64').toString()
  const at = decoded.indexOf(':')
  return (at < 0 ? '' : decoded.slice(at + 1)) || undefined
}
