import { behaviour } from '../../api.js'
import { invalidFields, unknownSubaccount } from '../error-table.js'
import { countOf, hourOf } from '../messages/quota.js'
import { schedule } from '../messages/send-out.js'
import type { Subaccount } from '../rows.js'
import { countsOf, messagesWith, periodsOf, reputationOf } from '../tags/counts.js'
import { stamp, stampOrNull, type Transactional, transactionalOf } from '../transactional.js'

const DAY = 24 * 3_600_000

/** @source https://mailchimp.com/developer/transactional/api/subaccounts/list-subaccounts/ (read 2026-11) */
export const listSubaccounts = behaviour('POST /api/1.0/subaccounts/list', ({ body }, world) => {
  const tx = transactionalOf(world)
  const start = (body.q ?? '').toLowerCase()
  return tx.subaccounts
    .all()
    .filter(({ id, name }) => id.toLowerCase().startsWith(start) || name.toLowerCase().startsWith(start))
    .map((subaccount) => render(tx, subaccount))
})

/** @throws ValidationError where the id is taken  @source https://mailchimp.com/developer/transactional/api/subaccounts/add-subaccount/ (read 2026-11); @unverified the words for a taken id */
export const addSubaccount = behaviour('POST /api/1.0/subaccounts/add', ({ body }, world) => {
  const tx = transactionalOf(world)
  if (body.id.trim() === '' || body.id.length > 255) {
    throw invalidFields({ id: 'Please enter a value of at most 255 characters' })
  }
  if (tx.subaccounts.has(body.id)) throw invalidFields({ id: `A subaccount with the id ${body.id} already exists` })
  const subaccount: Subaccount = {
    id: body.id,
    name: body.name ?? body.id,
    notes: body.notes ?? null,
    quota: quotaOf(body.custom_quota) ?? null,
    status: 'active',
    createdAt: tx.now(),
  }
  return render(tx, tx.subaccounts.insert(subaccount))
})

/** @throws Unknown_Subaccount, ValidationError  @source https://mailchimp.com/developer/transactional/api/subaccounts/update-subaccount/ (read 2026-11) */
export const updateSubaccount = behaviour('POST /api/1.0/subaccounts/update', ({ body }, world) => {
  const tx = transactionalOf(world)
  const before = named(tx, body.id)
  const quota = quotaOf(body.custom_quota)
  return render(
    tx,
    tx.subaccounts.put({
      ...before,
      ...(body.name && { name: body.name }),
      ...(body.notes !== undefined && { notes: body.notes }),
      ...(quota !== undefined && { quota }),
    }),
  )
})

/** @throws Unknown_Subaccount  @source https://mailchimp.com/developer/transactional/api/subaccounts/get-subaccount-info/ (read 2026-11) */
export const subaccountInfo = behaviour('POST /api/1.0/subaccounts/info', ({ body }, world) => {
  const tx = transactionalOf(world)
  const subaccount = named(tx, body.id)
  return {
    ...render(tx, subaccount),
    notes: subaccount.notes ?? '',
    sent_hourly: countOf(tx, hourOf(tx, subaccount.id)),
    hourly_quota: subaccount.quota ?? tx.hourlyQuota,
    last_30_days: periodsOf(tx, messagesOf(tx, subaccount)).last_30_days,
  }
})

/** Mail that waits in it stays unsent. @throws Unknown_Subaccount  @source https://mailchimp.com/developer/transactional/api/subaccounts/delete-subaccount/ (read 2026-11) */
export const deleteSubaccount = behaviour('POST /api/1.0/subaccounts/delete', ({ body }, world) => {
  const tx = transactionalOf(world)
  const subaccount = named(tx, body.id)
  const rendered = render(tx, subaccount)
  tx.subaccounts.delete(subaccount.id)
  return rendered
})

/** What is sent in it waits from now on. @throws Unknown_Subaccount  @source https://mailchimp.com/developer/transactional/api/subaccounts/pause-subaccount/ (read 2026-11) */
export const pauseSubaccount = behaviour('POST /api/1.0/subaccounts/pause', ({ body }, world) => {
  const tx = transactionalOf(world)
  return render(tx, tx.subaccounts.put({ ...named(tx, body.id), status: 'paused' }))
})

/** What has waited is sent. @throws Unknown_Subaccount  @source https://mailchimp.com/developer/transactional/api/subaccounts/resume-subaccount/ (read 2026-11) */
export const resumeSubaccount = behaviour('POST /api/1.0/subaccounts/resume', ({ body }, world) => {
  const tx = transactionalOf(world)
  const subaccount = tx.subaccounts.put({ ...named(tx, body.id), status: 'active' })
  for (const message of messagesOf(tx, subaccount)) {
    if (message.state === 'queued' && message.queuedReason === 'sending-paused') schedule(tx, message, tx.now())
  }
  return render(tx, subaccount)
})

function named(tx: Transactional, id: string): Subaccount {
  const subaccount = tx.subaccounts.find(id)
  if (!subaccount) throw unknownSubaccount(id)
  return subaccount
}

function quotaOf(quota: number | null | undefined): number | null | undefined {
  if (typeof quota === 'number' && quota < 0) throw invalidFields({ custom_quota: 'Please enter a positive integer' })
  return quota
}

function messagesOf(tx: Transactional, { id }: Subaccount) {
  return [...messagesWith(tx, ({ subaccount }) => subaccount === id)]
}

function render(tx: Transactional, subaccount: Subaccount) {
  const messages = messagesOf(tx, subaccount)
  const since = (days: number) => countsOf(messages.filter(({ at }) => at >= tx.now() - days * DAY)).sent
  const all = countsOf(messages)
  const first = messages.find(({ state }) => state !== 'queued' && state !== 'scheduled' && state !== 'rejected')
  return {
    id: subaccount.id,
    name: subaccount.name,
    custom_quota: subaccount.quota,
    status: subaccount.status,
    reputation: reputationOf(all),
    created_at: stamp(subaccount.createdAt),
    first_sent_at: stampOrNull(first?.at),
    sent_weekly: since(7),
    sent_monthly: since(30),
    sent_total: all.sent,
  }
}
