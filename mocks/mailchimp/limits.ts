import type { LimitRules } from '../../src/engine/kit.js'
import { apiOf } from './api-of.js'
import { problem } from './errors.js'
import { checkTransactional } from './transactional/rate-limits.js'
import type { MailchimpWorld } from './world.js'

/** Requests under way at a time, for a user and not for a key. @source https://mailchimp.com/developer/marketing/docs/fundamentals/ (read 2026-11) */
const SIMULTANEOUS = 10
const SLOT = 'mailchimp simultaneous'

/** Limits of Transactional's, and Marketing's one: how many requests are being worked on. A client that gave up still holds its slot. @throws TooManyRequests (429) */
export const limits: LimitRules<MailchimpWorld> = {
  check: (call, world) => {
    if (call.caller && apiOf(call.path) === 'transactional') checkTransactional(call, world)
    if (!call.caller || apiOf(call.path) !== 'marketing') return
    if (!world.port.world.limiter.enter(SLOT, SIMULTANEOUS)) throw problem('TooManyRequests')
    call.notes.slot = true
  },
  release: (call, world) => {
    if (call.notes.slot) world.port.world.limiter.leave(SLOT)
  },
  view: (world) => [
    { name: 'simultaneous requests', used: world.port.world.limiter.running(SLOT), limit: SIMULTANEOUS },
  ],
}
