import type { Call } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { failure } from './error-table.js'

const MINUTE = 60_000

/** Calls a minute. @source the vendor's description of messages/search; @unverified that of rejects/list, which may be refused too */
const LIMITS: Readonly<Record<string, number>> = {
  'POST /api/1.0/messages/search': 20,
  'POST /api/1.0/messages/search-time-series': 20,
  'POST /api/1.0/rejects/list': 60,
  'POST /api/1.0/rejects/list-sms': 60,
}

/** @throws RequestLimitExceeded */
export function checkTransactional(call: Call, world: MailchimpWorld): void {
  const key = call.operation?.key ?? ''
  const limit = LIMITS[key]
  if (limit === undefined) return
  const { limiter } = world.port.world
  if (!limiter.take(`mandrill ${key}`, limit, MINUTE, world.port.now())) {
    throw failure('RequestLimitExceeded', 'Too Many Requests attempted recently')
  }
}
