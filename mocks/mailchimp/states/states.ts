import { createHash } from 'node:crypto'
import type { MetRefusal, StateName, StateRules } from '../../../src/engine/kit.js'
import { transactionalOf } from '../transactional/transactional.js'
import { EVENT_PREFIX } from '../webhooks/deliver.js'
import type { MailchimpWorld } from '../world.js'
import { handlers } from './handlers.js'

/** Of hexadecimal digits, one a letter at least: what has none is a number. */
const hex = (length: number) => new RegExp(`\\b()(?=[0-9a-f]*[a-f])[0-9a-f]{${length}}\\b`)

/** An id of so many hexadecimal digits, out of what was drawn; it begins with a letter, so that it is never taken for a number. */
function hexOf(drawn: string, length: number): string {
  return `a${createHash('sha512').update(drawn).digest('hex').slice(1, length)}`
}

/** What contracts with Mailchimp say of its state: ids of ten digits, and of 32 where a person is named by the address. */
export const states: StateRules<MailchimpWorld> = {
  ids: [10, 32].map((length) => ({
    pattern: hex(length),
    example: (_kept, _seen, draw) => hexOf(draw(16), length),
    matcher: () => `^[0-9a-f]{${length}}$`,
  })),
  handlers,
  met,
  listening: ({ endpoint, event, type }, world) => {
    const marketing = event.startsWith(EVENT_PREFIX)
    const events = marketing ? world.webhooks.find(endpoint)?.events : undefined
    const wanted = Object.entries(events ?? {}).flatMap(([name, on]) => (on ? [name] : []))
    const hook = transactionalOf(world).webhooks.find(endpoint)
    const told = (marketing ? wanted : (hook?.events ?? [])).join(', ') || type
    const who = marketing ? 'an endpoint' : 'a Transactional endpoint'
    return { name: `${who} is told of ${told}`, params: { events: told } }
  },
}

/** What a refusal says of the state that it was met in. */
function met({ status, request, answer }: MetRefusal): StateName | undefined {
  if (status === 429) return { name: 'the rate limit is reached' }
  const { title } = (answer ?? {}) as { title?: unknown }
  const { email_address: email } = (request ?? {}) as { email_address?: unknown }
  if (typeof email !== 'string') return undefined
  if (title === 'Member In Compliance State') {
    return { name: `the address ${email} is in a compliance state`, params: { email } }
  }
  if (title === 'Forgotten Email Not Subscribed') {
    return { name: `the address ${email} was deleted for good`, params: { email } }
  }
  return undefined
}
