import type { MailchimpWorld } from '../../world.js'
import { MAIN_POOL } from '../ips/ip.js'
import type { Account } from '../rows.js'
import { insertDomain } from '../senders/domain.js'
import { transactionalOf } from '../transactional.js'

/** Domains from which mail may be sent at once: those that nobody owns (RFC 2606). */
const VERIFIED = ['example.com', 'example.org', 'example.net']

/** The account behind the keys. What is in its mail leads to this world by its public id. */
export function mintTransactionalAccount(world: MailchimpWorld): void {
  const tx = transactionalOf(world)
  const id = tx.newId(8)
  tx.port.table<Account>('mandrill_account').insert({ id, username: 'standin@example.com', createdAt: tx.now() })
  tx.port.claim(id)
  tx.pools.insert({ id: MAIN_POOL, createdAt: tx.now() })
  for (const domain of VERIFIED) insertDomain(tx, domain, true)
}

/** Keys of its own for a copy, and another public id in what it sends from now on. */
export function renewTransactionalAccount(world: MailchimpWorld): void {
  const tx = transactionalOf(world)
  const accounts = tx.port.table<Account>('mandrill_account')
  const { account } = tx
  accounts.delete(account.id)
  accounts.insert({ ...account, id: tx.newId(8) })
  tx.port.claim(tx.account.id)
}
