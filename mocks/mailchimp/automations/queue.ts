import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { findMember } from '../members/member.js'
import { keyOf } from '../resources/row.js'
import { type MailchimpWorld, toIso } from '../world.js'
import { audienceOf, findAutomation, findEmail } from './automation.js'

const HOUR = 3_600_000
const UNITS: Readonly<Record<string, number>> = { now: 0, hour: HOUR, day: 24 * HOUR, week: 168 * HOUR }

/**
 * Has an email of an automation sent to a subscriber, after its delay; once only.
 * @throws ResourceNotFound (404), BadRequest (400) for who had it, was removed, or is not subscribed
 * @source https://mailchimp.com/developer/marketing/api/automation-queue/add-subscriber-to-workflow-email/ (read 2026-11); @unverified wording
 */
export const addToQueue = behaviour(
  'POST /3.0/automations/{workflow_id}/emails/{workflow_email_id}/queue',
  ({ params, body }, world) => {
    const automation = findAutomation(world, params.workflow_id)
    const email = findEmail(world, automation.id, params.workflow_email_id)
    const member = findMember(world, audienceOf(automation), body.email_address)
    const key = keyOf(email.id, member.hash)
    const removed = world.automationRemoved.has(keyOf(automation.id, member.hash))
    if (member.status !== 'subscribed' || removed || world.automationQueue.has(key)) {
      throw problem('BadRequest', {
        detail: 'You’ve already sent this email to the subscriber, or they can no longer get it.',
      })
    }
    const due = world.port.now() + delayOf(email.wire.delay)
    const wire = {
      id: member.hash,
      workflow_id: automation.id,
      email_id: params.workflow_email_id,
      list_id: member.parent,
      list_is_active: true,
      email_address: member.email,
      next_send: toIso(due),
    }
    world.automationQueue.insert({ id: key, parent: email.id, hash: member.hash, done: false, wire })
    world.port.schedule('send-automation', due, { entry: key })
    return { ...wire, _links: [] }
  },
)

function delayOf(delay: unknown): number {
  const { amount = 1, type = 'hour' } = (delay ?? {}) as { amount?: number; type?: string }
  return amount * (UNITS[type] ?? HOUR)
}

/** An email's turn has come: who is still subscribed, and where it was not paused, has it now. */
export function sendAutomation(world: MailchimpWorld, key: string): void {
  const entry = world.automationQueue.find(key)
  const email = entry && world.automationEmails.find(entry.parent)
  if (!entry || email?.wire.status !== 'sending') return
  const member = world.members.find(`${String(entry.wire.list_id)}/${entry.hash}`)
  if (member?.status !== 'subscribed') return
  world.automationQueue.put({ ...entry, done: true })
  world.automationEmails.put({
    ...email,
    wire: { ...email.wire, emails_sent: Number(email.wire.emails_sent ?? 0) + 1 },
  })
  world.members.put({ ...member, sent: member.sent + 1 })
}

/** Takes a subscriber out of an automation for good. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/automation-removed-subscribers/remove-subscriber-from-workflow/ (read 2026-11) */
export const removeSubscriber = behaviour(
  'POST /3.0/automations/{workflow_id}/removed-subscribers',
  ({ params, body }, world) => {
    const automation = findAutomation(world, params.workflow_id)
    const member = findMember(world, audienceOf(automation), body.email_address)
    const wire = { id: member.hash, workflow_id: automation.id, list_id: member.parent, email_address: member.email }
    world.automationRemoved.put({ id: keyOf(automation.id, member.hash), parent: automation.id, wire })
    return { ...wire, _links: [] }
  },
)
