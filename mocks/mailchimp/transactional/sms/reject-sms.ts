import { behaviour } from '../../api.js'
import { failure, unknownSubaccount } from '../error-table.js'
import { deny, isExpired, undeny } from '../rejects/denylist.js'
import { stamp, stampOrNull, transactionalOf } from '../transactional.js'

/** Puts a number on the denylist. @throws Unknown_Subaccount  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const addSmsReject = behaviour('POST /api/1.0/rejects/add-sms', ({ body }, world) => {
  const tx = transactionalOf(world)
  const subaccount = body.subaccount || null
  if (subaccount !== null && !tx.subaccounts.has(subaccount)) throw unknownSubaccount(subaccount)
  deny(tx, { email: body.phone, reason: 'custom', detail: body.comment ?? '', sender: null, subaccount, sms: true })
  return { phone: body.phone, added: true, subaccount }
})

/** @throws Unknown_Subaccount  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const listSmsRejects = behaviour('POST /api/1.0/rejects/list-sms', ({ body }, world) => {
  const tx = transactionalOf(world)
  return tx.rejects
    .all()
    .filter(
      ({ sms, email, subaccount }) =>
        sms && (!body.phone || email === body.phone) && (!body.subaccount || subaccount === body.subaccount),
    )
    .filter((reject) => body.include_expired || !isExpired(reject, tx.now()))
    .map((reject) => ({
      phone: reject.email,
      created_at: stamp(reject.createdAt),
      expires_at: stampOrNull(reject.expiresAt),
      expired: isExpired(reject, tx.now()),
      subaccount: reject.subaccount,
    }))
})

/** @throws Invalid_Reject for a number that is not denied  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const deleteSmsReject = behaviour('POST /api/1.0/rejects/delete-sms', ({ body }, world) => {
  const tx = transactionalOf(world)
  const subaccount = body.subaccount || null
  const reject = tx.rejects
    .where('email', body.phone.toLowerCase())
    .find((each) => each.sms && each.subaccount === subaccount)
  if (!reject) throw failure('Invalid_Reject', 'Phone number is not in the rejection list')
  undeny(tx, reject)
  return { phone: body.phone, deleted: true, subaccount }
})
