import { createHash } from 'node:crypto'
import type { StateRules } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'

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
  handlers: [],
  met: ({ status }) => (status === 429 ? { name: 'the rate limit is reached' } : undefined),
}
