import { book } from '../balance/book.js'
import { settleWaiting } from '../refunds/settle.js'
import type { StripeWorld } from '../world.js'
import { topupLifecycle } from './topup.js'

/** The bank has sent the money, or will not. @emits topup.succeeded or topup.failed */
export function arriveTopup(world: StripeWorld, id: string, fails: string | null): void {
  const topup = world.topups.find(id)
  if (!topup || !topupLifecycle.allows(topup.status, fails === null ? 'arrive' : 'fail')) return
  if (fails !== null) {
    const failed = world.topups.update(id, {
      status: 'failed',
      failure_code: fails,
      failure_message: 'The bank did not send the money.',
    })
    world.emit('topup.failed', failed, topup)
    return
  }
  const transaction = book(world, {
    amount: topup.amount,
    currency: topup.currency,
    type: 'topup',
    source: topup.id,
    description: topup.description,
  })
  const arrived = world.topups.update(id, { status: 'succeeded', balance_transaction: transaction.id })
  world.emit('topup.succeeded', arrived, topup)
  settleWaiting(world)
}
