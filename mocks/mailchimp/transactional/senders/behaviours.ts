import { behaviour } from '../../api.js'
import { failure } from '../error-table.js'
import { hoursOf, periodsOf } from '../tags/counts.js'
import { type Transactional, transactionalOf } from '../transactional.js'
import { messagesFrom, renderSender, sendersOf } from './sender.js'

/** Those that have sent something. @source https://mailchimp.com/developer/transactional/api/senders/list-account-senders/ (read 2026-11) */
export const listSenders = behaviour('POST /api/1.0/senders/list', (_, world) => allSenders(transactionalOf(world)))

/** The older name of senders/list. @source https://mailchimp.com/developer/transactional/api/users/list-account-senders/ (read 2026-11) */
export const listUserSenders = behaviour('POST /api/1.0/users/senders', (_, world) =>
  allSenders(transactionalOf(world)),
)

/** @throws Unknown_Sender  @source https://mailchimp.com/developer/transactional/api/senders/get-sender-info/ (read 2026-11) */
export const senderInfo = behaviour('POST /api/1.0/senders/info', ({ body }, world) => {
  const tx = transactionalOf(world)
  const messages = senderNamed(tx, body.address)
  return { ...renderSender(tx, body.address, messages), stats: periodsOf(tx, messages) }
})

/** @throws Unknown_Sender  @source https://mailchimp.com/developer/transactional/api/senders/view-sender-history/ (read 2026-11) */
export const senderTimeSeries = behaviour('POST /api/1.0/senders/time-series', ({ body }, world) => {
  const tx = transactionalOf(world)
  return hoursOf(tx, senderNamed(tx, body.address))
})

function allSenders(tx: Transactional) {
  return [...sendersOf(tx).keys()].map((address) => renderSender(tx, address))
}

function senderNamed(tx: Transactional, address: string) {
  if (!sendersOf(tx).has(address.toLowerCase())) throw failure('Unknown_Sender', `No such sender "${address}"`)
  return messagesFrom(tx, address)
}
