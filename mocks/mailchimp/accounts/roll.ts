import { rollTransactionalKey } from '../transactional/keys.js'
import type { MailchimpWorld } from '../world.js'
import type { Account } from './account.js'
import { newKey } from './keys.js'

/** The credentials that can be given a new value, by their variable. */
export const ROLLS = ['MAILCHIMP_API_KEY', 'MANDRILL_API_KEY', 'MANDRILL_TEST_API_KEY'] as const

/**
 * Puts a new key in the place of one, as somebody does by hand: a second one is made, and the first is disabled `overlap`
 * milliseconds later on the world's clock.
 */
export function rollKey(variable: string, overlap: number, world: MailchimpWorld): void {
  if (variable === 'MAILCHIMP_API_KEY') rollApiKey(world, overlap)
  else rollTransactionalKey(world, variable === 'MANDRILL_TEST_API_KEY', overlap)
}

function rollApiKey(world: MailchimpWorld, overlap: number): void {
  const { account } = world
  const old = world.keys.find(account.apiKey)
  if (old) world.keys.put({ ...old, endsAt: world.port.now() + overlap })
  world.port.table<Account>('_account').put({ ...account, apiKey: newKey(world, 'key').id })
}
