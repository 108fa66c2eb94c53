import { mintOAuthApp, type OAuthApp } from '../oauth/app.js'
import { newTransactionalKey, transactionalKeys } from '../transactional/keys.js'
import { renewTransactionalAccount } from '../transactional/users/account.js'
import type { MailchimpWorld } from '../world.js'
import type { Account } from './account.js'
import { newKey } from './keys.js'

/**
 * Gives a copy of an account credentials of its own: keys, an app, the number that stands in links. Who was let in by the app is
 * out; links in mails that were sent before lead to the original.
 */
export function renewCredentials(world: MailchimpWorld): void {
  const { port, account } = world
  for (const table of [world.keys, world.codes]) for (const { id } of table.all()) table.delete(id)
  const { id: apiKey } = newKey(world, 'key')
  const accountId = port.random.hex(24)
  port.table<Account>('_account').put({ ...account, apiKey, accountId })
  port.claim(accountId)
  port.table<OAuthApp>('_oauth_app').delete(world.oauthApp.id)
  mintOAuthApp(world)
  for (const row of world.accountExports.all()) {
    const token = port.random.hex(32)
    world.accountExports.put({ ...row, token })
    port.claim(token)
  }
  const old = transactionalKeys(world).all()
  for (const { id } of old) transactionalKeys(world).delete(id)
  for (const test of [false, true]) newTransactionalKey(world, test)
  renewTransactionalAccount(world)
}
