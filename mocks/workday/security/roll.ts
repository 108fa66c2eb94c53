import type { Call, RetiredCredential } from '../../../src/engine/kit.js'
import type { WorkdayWorld } from '../world.js'
import { clientSecret, newPassword, refreshToken } from './mint.js'
import type { Former } from './rows.js'

/** What an administrator can give a new value. */
export const ROLLS = ['WORKDAY_PASSWORD', 'WORKDAY_CLIENT_SECRET', 'WORKDAY_REFRESH_TOKEN'] as const

/**
 * Gives one of the minted credentials a new value; the old one holds for `overlap` milliseconds on the world's clock.
 * @unverified that any holds beside its successor: an overlap is what a test asks for
 */
export function rollCredential(variable: string, overlap: number, world: WorkdayWorld): void {
  const minted = world.minted.find('tenant')
  if (!minted) return
  const { accounts, clients, tokens } = world.security
  const until = world.now() + overlap
  const former = (value: string): { former: Former } => ({ former: { secret: value, until } })
  const [account] = accounts.all()
  const client = clients.find(minted.clientId)
  if (variable === 'WORKDAY_PASSWORD' && account) {
    const { former: _, ...rest } = account
    accounts.put({ ...rest, password: newPassword(world), ...former(account.password) })
  }
  if (variable === 'WORKDAY_CLIENT_SECRET' && client) {
    const { former: _, ...rest } = client
    clients.put({ ...rest, secret: clientSecret(world), ...former(client.secret) })
  }
  const token = tokens.find(minted.refreshToken)
  if (variable === 'WORKDAY_REFRESH_TOKEN' && token) {
    tokens.put({ ...token, expires: until })
    const made = refreshToken(world)
    tokens.insert({ ...token, id: made })
    world.minted.put({ ...minted, refreshToken: made })
    world.port.claim(made)
  }
}

/** Those that others took the place of: of a password and a secret the last one. */
export function retiredCredentials(world: WorkdayWorld): RetiredCredential[] {
  const minted = world.minted.find('tenant')
  const { accounts, clients, tokens } = world.security
  const [account] = accounts.all()
  const client = clients.find(minted?.clientId ?? '')
  const formerly = (variable: string, label: string, former: Former | undefined) =>
    former ? [{ variable, label, value: former.secret, until: former.until }] : []
  return [
    ...formerly('WORKDAY_PASSWORD', 'its password', account?.former),
    ...formerly('WORKDAY_CLIENT_SECRET', 'its secret', client?.former),
    ...tokens.all().flatMap(({ id, kind, expires }) => {
      if (kind !== 'refresh' || expires === undefined) return []
      return [{ variable: 'WORKDAY_REFRESH_TOKEN', label: 'refresh token', value: id, until: expires }]
    }),
  ]
}

/** Whether a secret is the present one, or the one before for as long as it holds; that it came is counted. */
export function holds(
  row: { readonly former?: Former } & ({ readonly password: string } | { readonly secret: string }),
  given: string | undefined,
  { port }: WorkdayWorld,
  call?: Call,
): boolean {
  const present = 'password' in row ? row.password : row.secret
  const { former } = row
  if (given !== present && former?.secret !== given) return false
  const good = given === present || (former !== undefined && port.now() < former.until)
  if (given !== undefined) port.access.came(given, call, !good)
  return good
}
