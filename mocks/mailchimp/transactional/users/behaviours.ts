import { behaviour } from '../../api.js'
import { countsOf, messagesWith, periodsOf, reputationOf } from '../tags/counts.js'
import { stamp, transactionalOf } from '../transactional.js'

/** @source https://mailchimp.com/developer/transactional/api/users/ping/ (read 2026-11) */
export const ping = behaviour('POST /api/1.0/users/ping', () => 'PONG!')

/** @source https://mailchimp.com/developer/transactional/api/users/ping-2/ (read 2026-11) */
export const ping2 = behaviour('POST /api/1.0/users/ping2', () => ({ PING: 'PONG!' }))

/** The account, how well it sends, and how much it may. @source https://mailchimp.com/developer/transactional/api/users/get-user-info/ (read 2026-11) */
export const userInfo = behaviour('POST /api/1.0/users/info', (_, world) => {
  const tx = transactionalOf(world)
  const messages = [...messagesWith(tx, () => true)]
  const all = countsOf(messages)
  return {
    username: tx.account.username,
    created_at: stamp(tx.account.createdAt),
    public_id: tx.account.id,
    reputation: reputationOf(all),
    hourly_quota: tx.hourlyQuota,
    backlog: messages.filter(({ state }) => state === 'queued').length,
    stats: { ...periodsOf(tx, messages), all_time: all },
  }
})
