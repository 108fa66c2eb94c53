import type { Credential, Row } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { mintTransactionalAccount } from './users/account.js'

/** How every key of ours begins: `md-` and 22 letters, of which chance would hardly draw these. */
const MARK = 'md-5tandin'

/** A Transactional key; its id is the key itself. With a test key nothing is sent. */
export interface TransactionalKey extends Row {
  readonly test: boolean
  /** Of one that another key took the place of: when it is revoked, Unix milliseconds. */
  readonly until?: number
}

export function transactionalKeys(world: MailchimpWorld) {
  return world.port.table<TransactionalKey>('mandrill_key')
}

/** The account: a key that sends (into the sandbox), a test key, and a domain from which mail may be sent. */
export function mintTransactionalKeys(world: MailchimpWorld): void {
  mintTransactionalAccount(world)
  for (const test of [false, true]) newTransactionalKey(world, test)
}

export function newTransactionalKey(world: MailchimpWorld, test: boolean): TransactionalKey {
  const key = transactionalKeys(world).insert({ id: MARK + world.port.random.base62(15), test })
  world.port.claim(key.id)
  return key
}

export function listTransactionalKeys(world: MailchimpWorld): Credential[] {
  return transactionalKeys(world)
    .all()
    .filter(({ until }) => until === undefined)
    .map(({ id, test }) => ({
      label: test ? 'Transactional test key' : 'Transactional key',
      variable: test ? 'MANDRILL_TEST_API_KEY' : 'MANDRILL_API_KEY',
      value: id,
      secret: true,
    }))
}
