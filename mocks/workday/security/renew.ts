import type { WorkdayWorld } from '../world.js'
import { mintAccess, newPassword } from './mint.js'

/**
 * Gives a copy of a tenant a name, passwords, an API client and tokens of its own. Workers and their ids stay; those who were signed in
 * are not any more.
 */
export function renewCredentials(world: WorkdayWorld): void {
  const { accounts, clients, codes, tokens } = world.security
  for (const table of [tokens, codes]) for (const { id } of table.all()) table.delete(id)
  for (const { former: _, ...account } of accounts.all()) accounts.put({ ...account, password: newPassword(world) })
  const old = clients.find(world.minted.find('tenant')?.clientId ?? '')
  if (old) clients.delete(old.id)
  world.minted.delete('tenant')
  mintAccess(world, old)
}
