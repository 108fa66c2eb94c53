import type { CallFacts } from '../../../../src/engine/kit.js'
import { behaviour } from '../../api.js'
import { keyOf } from '../authenticate.js'
import { invalidFields, paymentRequired } from '../error-table.js'
import { MergeFailure } from '../merge/failure.js'
import type { Mailing, Message } from '../rows.js'
import { templateDefaults } from '../templates/use-template.js'
import { type Transactional, transactionalOf } from '../transactional.js'
import { compose, type MessageInput, NO_DEFAULTS, type Sender } from './compose.js'
import { checkMerge } from './render.js'
import { parseSendAt } from './send-at.js'
import { sendOut, type Timing } from './send-out.js'

export interface SendOptions {
  readonly async?: boolean | null
  readonly ip_pool?: string | null
  readonly send_at?: string | null
}

/**
 * Sends a message to each of its recipients; what became of each is told in the order of `to`.
 * @throws ValidationError, Invalid_Tag_Name, Unknown_Subaccount, PaymentRequired for send_at on an account that does not pay
 * @emits send, reject, and later delivered, hard_bounce, soft_bounce, spam
 * @source https://mailchimp.com/developer/transactional/api/messages/send-new-message/ (read 2026-11)
 */
export const send = behaviour('POST /api/1.0/messages/send', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const timing = timingOf(tx, body)
  return deliverAll(tx, compose(tx, messageOf(body.message), NO_DEFAULTS, senderOf(call, body)), timing)
})

/**
 * Sends a template, its editable regions filled; what the message says itself goes before the template's defaults.
 * @throws Unknown_Template, and what messages/send throws  @emits as messages/send
 * @source https://mailchimp.com/developer/transactional/api/messages/send-using-message-template/ (read 2026-11)
 */
export const sendTemplate = behaviour('POST /api/1.0/messages/send-template', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const defaults = templateDefaults(tx, body.template_name, body.template_content ?? [])
  const timing = timingOf(tx, body)
  return deliverAll(tx, compose(tx, messageOf(body.message), defaults, senderOf(call, body)), timing)
})

/** @throws PaymentRequired, ValidationError for what is no time */
export function timingOf(tx: Transactional, { async, send_at }: SendOptions): Timing {
  const sendAt = send_at ? parseSendAt(tx.now(), send_at) : undefined
  if (sendAt !== undefined && !tx.paid) throw paymentRequired('Email scheduling')
  return { async: async ?? false, sendAt }
}

export function senderOf(call: CallFacts, { ip_pool }: SendOptions): Sender {
  const { id, test } = keyOf(call)
  return { key: id, test, origin: call.origin, ipPool: ip_pool ?? null }
}

/** @throws ValidationError where the template cannot be rendered */
export function deliverAll(tx: Transactional, mailing: Mailing, timing: Timing) {
  const messages = sendOut(tx, mailing, timing)
  const [first] = messages
  if (first) {
    try {
      checkMerge(tx.account.id, mailing, first)
    } catch (error) {
      if (error instanceof MergeFailure) throw invalidFields({ message: { html: error.message } })
      throw error
    }
  }
  return messages.map(renderResult)
}

/** A message as it was checked by the description: what it may hold further is passed over. */
function messageOf(message: object): MessageInput {
  return message
}

function renderResult({ id, email, state, rejectReason, queuedReason }: Message) {
  const status = rejectReason === 'invalid' ? 'invalid' : state
  return {
    email,
    status: isStatus(status) ? status : 'sent',
    reject_reason: rejectReason,
    queued_reason: state === 'queued' ? queuedReason : null,
    _id: id,
  }
}

type Status = 'sent' | 'queued' | 'scheduled' | 'rejected' | 'invalid'

function isStatus(state: string): state is Status {
  return state === 'queued' || state === 'scheduled' || state === 'rejected' || state === 'invalid'
}
