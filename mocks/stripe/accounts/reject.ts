import { type Account, behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { accountWorld, afterChange } from './connected.js'

/**
 * Refuses an account, which then can do nothing.
 * @throws account_invalid (403), one's own account (400)  @emits account.updated, capability.updated
 * @source https://docs.stripe.com/api/account/reject (read 2026-11-24); @unverified which reason is shown
 */
export const rejectAccount = behaviour('POST /v1/accounts/{account}/reject', ({ params, body }, world) =>
  judge(accountWorld(world, params.account), shownReason(body.reason)),
)

/**
 * Takes a refusal back.
 * @throws account_invalid (403), one's own account (400)  @emits account.updated, capability.updated
 * @source https://docs.stripe.com/api/accounts (read 2026-11-24)
 */
export const unrejectAccount = behaviour('POST /v1/accounts/{account}/unreject', ({ params }, world) =>
  judge(accountWorld(world, params.account), null),
)

function judge(own: StripeWorld, reason: string | null): Account {
  const before = own.account
  if (own.port.scope === '') throw invalidRequest('You cannot reject your own account.')
  own.accounts.update(before.id, {
    requirements: { ...before.requirements, disabled_reason: reason } as NonNullable<Account['requirements']>,
  })
  return afterChange(own, before)
}

function shownReason(reason: string): string {
  if (reason === 'terms_of_service') return 'rejected.platform_terms_of_service'
  return reason.startsWith('fraud') ? 'rejected.platform_fraud' : 'rejected.platform_other'
}
