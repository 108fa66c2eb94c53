import type { Row } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { newKey } from './keys.js'

/** The account of a world; there is one. */
export interface Account extends Row {
  /** As on the wire: 24 hex digits. */
  readonly accountId: string
  readonly loginId: string
  readonly name: string
  readonly email: string
  readonly apiKey: string
  readonly disabled: boolean
  /** Unix milliseconds on the world's clock. */
  readonly createdAt: number
}

export function mintAccount(world: MailchimpWorld): void {
  const { port } = world
  const key = newKey(world, 'key')
  const account = port.table<Account>('_account').insert({
    id: 'account',
    accountId: port.random.hex(24),
    loginId: String(10_000_000 + (port.random.uint32() % 90_000_000)),
    name: 'Standin',
    email: 'owner@standin.test',
    apiKey: key.id,
    disabled: false,
    createdAt: port.now(),
  })
  // Links in mails and on pages name the account, and nothing else.
  port.claim(account.accountId)
}
