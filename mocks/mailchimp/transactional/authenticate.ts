import type { Call, Caller, CallFacts } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { failure, notSimulated } from './error-table.js'
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

/** @throws Invalid_Key; 501 for an answer that is no JSON */
export function authenticateTransactional(call: Call, world: MailchimpWorld): TransactionalCaller {
  const key = transactionalKeys(world).find(call.credential ?? '')
  const over = key?.until !== undefined && key.until <= world.port.now()
  if (key) world.port.access.came(key.id, call, over)
  if (!key || over) throw failure('Invalid_Key', 'Invalid API key')
  const { format } = call.notes
  if (format !== undefined && format !== 'json') throw notSimulated(`answers as ${String(format)}`)
  return { key, scope: '' }
}

/** The key that a behaviour was called with. */
export function keyOf(call: Pick<CallFacts, 'caller'>): TransactionalKey {
  return (call.caller as TransactionalCaller).key
}
