import { lifecycle } from '../../../src/engine/kit.js'
import type { Account, Capability } from '../api.js'

export type Status = Capability['status']
export type Action = 'request' | 'fulfil' | 'verify' | 'want' | 'unrequest'

/**
 * `want`: Stripe lacks something; `fulfil`: it has all it asked for and looks at it; `verify`: it is content.
 * @source https://docs.stripe.com/connect/account-capabilities (read 2026-11)
 */
export const capabilityLifecycle = lifecycle<Status, Action>(['unrequested', 'inactive', 'pending', 'active'], {
  request: { from: ['unrequested'], to: ['inactive', 'pending'] },
  fulfil: { from: ['inactive'], to: ['pending'] },
  verify: { from: ['pending'], to: ['active'] },
  want: { from: ['pending', 'active'], to: ['inactive'] },
  unrequest: { from: ['inactive', 'pending', 'active'], to: ['unrequested'] },
})

export function statusOf(account: Account, capability: string): Status {
  const capabilities = account.capabilities as Readonly<Record<string, Status>> | undefined
  return capabilities?.[capability] ?? 'unrequested'
}

/** One capability as the account has it. */
export function capabilityOf(account: Account, id: string, requestedAt: number | null): Capability {
  const status = statusOf(account, id)
  const requested = status !== 'unrequested'
  const due = requested ? (account.requirements?.currently_due ?? []) : []
  const requirements = {
    alternatives: [],
    current_deadline: null,
    currently_due: [...due],
    disabled_reason:
      status === 'active' || !requested
        ? null
        : status === 'pending'
          ? ('pending.review' as const)
          : ('requirements.fields_needed' as const),
    errors: [],
    eventually_due: [...due],
    past_due: status === 'inactive' ? [...due] : [],
    pending_verification: [],
  }
  const none = { currently_due: [], eventually_due: [], past_due: [], disabled_reason: null }
  return {
    id,
    object: 'capability',
    account: account.id,
    future_requirements: { ...requirements, ...none },
    requested,
    requested_at: requested ? requestedAt : null,
    requirements,
    status,
  } as Capability
}
