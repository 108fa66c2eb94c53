import type { RetiredCredential } from '../../../src/engine/kit.js'
import { newTransactionalKey, transactionalKeys } from '../transactional/keys.js'
import type { MailchimpWorld } from '../world.js'
import type { Account } from './account.js'
import { newKey } from './keys.js'

const MARKETING = 'MAILCHIMP_API_KEY'
export const ROLLS = [MARKETING, 'MANDRILL_API_KEY', 'MANDRILL_TEST_API_KEY'] as const

/**
 * What stands for rolling a key here: another one is made, and the old one revoked `overlap` milliseconds later.
 * @unverified that an account may have many keys, and that there is no one step for it: from memory
 */
export function rollKey(variable: string, overlap: number, world: MailchimpWorld): void {
  const until = world.port.now() + overlap
  if (variable === MARKETING) {
    world.keys.update(world.account.apiKey, { until })
    world.port.table<Account>('_account').update('account', { apiKey: newKey(world, 'key').id })
    return
  }
  const test = variable === 'MANDRILL_TEST_API_KEY'
  const old = transactionalKeys(world)
    .all()
    .find((key) => key.test === test && key.until === undefined)
  if (old) transactionalKeys(world).update(old.id, { until })
  newTransactionalKey(world, test)
}

export function retiredKeys(world: MailchimpWorld): RetiredCredential[] {
  const marketing = world.keys
    .all()
    .flatMap(({ id, until }) =>
      until === undefined ? [] : [{ variable: MARKETING, label: 'API key', value: id, until }],
    )
  const transactional = transactionalKeys(world)
    .all()
    .flatMap(({ id, test, until }) => {
      if (until === undefined) return []
      const variable = test ? 'MANDRILL_TEST_API_KEY' : 'MANDRILL_API_KEY'
      return [{ variable, label: test ? 'Transactional test key' : 'Transactional key', value: id, until }]
    })
  return [...marketing, ...transactional]
}
