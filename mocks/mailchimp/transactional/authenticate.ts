import type { Call, Caller } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { unknownKey } from './errors.js'
import { type TransactionalKey, transactionalKeys } from './keys.js'

export interface TransactionalCaller extends Caller {
  readonly key: TransactionalKey
}

/** `key` in the body, or the header X-MC-ApiKey. */
export function findTransactionalKey(call: Call): string | undefined {
  const { key } = (call.body ?? {}) as { key?: unknown }
  if (typeof key === 'string' && key !== '') return key
  return call.header('x-mc-apikey')
}

/** @throws Invalid_Key */
export function authenticateTransactional(call: Call, world: MailchimpWorld): TransactionalCaller {
  const key = transactionalKeys(world).find(call.credential ?? '')
  if (!key) throw unknownKey()
  return { key, scope: '' }
}
