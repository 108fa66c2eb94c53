import { behaviour } from '../../api.js'
import { keyOf } from '../authenticate.js'
import { unknownMessage } from '../error-table.js'
import type { Mailing, Message } from '../rows.js'
import { stamp, type Transactional, transactionalOf } from '../transactional.js'
import { messageNamed, renderContent, renderInfo } from './message.js'
import { renderSubject } from './render.js'
import { parseSendAt } from './send-at.js'
import { attempt, schedule } from './send-out.js'

/** @throws Unknown_Message  @source https://mailchimp.com/developer/transactional/api/messages/get-message-info/ (read 2026-11) */
export const info = behaviour('POST /api/1.0/messages/info', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  return renderInfo(tx, messageNamed(tx, body.id, keyOf(call).test))
})

/** @throws Unknown_Message  @source https://mailchimp.com/developer/transactional/api/messages/get-message-content/ (read 2026-11) */
export const content = behaviour('POST /api/1.0/messages/content', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  return renderContent(tx, messageNamed(tx, body.id, keyOf(call).test))
})

/** Those that are scheduled, to all or to one address. @source https://mailchimp.com/developer/transactional/api/messages/list-scheduled-emails/ (read 2026-11) */
export const listScheduled = behaviour('POST /api/1.0/messages/list-scheduled', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const { test } = keyOf(call)
  return tx.mailings.all().flatMap((mailing) =>
    mailing.test === test && mailing.channel === 'email'
      ? tx.messages
          .where('mailing', mailing.id)
          .filter(({ state, email }) => state === 'scheduled' && (!body.to || email === body.to))
          .map((message) => renderScheduled(tx, mailing, message))
      : [],
  )
})

/** Takes back what is scheduled. @throws Unknown_Message  @source https://mailchimp.com/developer/transactional/api/messages/cancel-scheduled-email/ (read 2026-11) */
export const cancelScheduled = behaviour('POST /api/1.0/messages/cancel-scheduled', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const { mailing, message } = scheduledNamed(tx, body.id, keyOf(call).test)
  if (message.timer !== undefined) tx.port.cancel(message.timer)
  const { timer: _, ...rest } = message
  return renderScheduled(tx, mailing, tx.messages.put({ ...rest, state: 'canceled' }))
})

/** Gives what is scheduled another time; one that lies in the past sends it at once. @throws Unknown_Message, ValidationError  @source https://mailchimp.com/developer/transactional/api/messages/reschedule-email/ (read 2026-11) */
export const reschedule = behaviour('POST /api/1.0/messages/reschedule', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const { mailing, message } = scheduledNamed(tx, body.id, keyOf(call).test)
  const at = parseSendAt(tx.now(), body.send_at)
  const moved = schedule(tx, tx.messages.update(message.id, { at }), at)
  if (at <= tx.now()) {
    if (moved.timer !== undefined) tx.port.cancel(moved.timer)
    attempt(tx, mailing, moved)
  }
  return renderScheduled(tx, mailing, moved)
})

function scheduledNamed(tx: Transactional, id: string, test: boolean) {
  const found = messageNamed(tx, id, test)
  if (found.message.state !== 'scheduled') throw unknownMessage(id)
  return found
}

function renderScheduled(tx: Transactional, mailing: Mailing, message: Message) {
  return {
    _id: message.id,
    created_at: stamp(message.createdAt),
    send_at: stamp(message.at),
    from_email: mailing.from,
    to: message.email,
    subject: renderSubject(tx.account.id, mailing, message),
  }
}
