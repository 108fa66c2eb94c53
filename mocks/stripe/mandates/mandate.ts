import { lifecycle } from '../../../src/engine/kit.js'
import type { Mandate } from '../api.js'

export type Status = Mandate['status']
export type Action = 'accept' | 'revoke'

/** A mandate waits while its account is not verified. @source https://docs.stripe.com/api/mandates/object (read 2026-11-24) */
export const mandateLifecycle = lifecycle<Status, Action>(['pending', 'active', 'inactive'], {
  accept: { from: ['pending'], to: ['active'] },
  revoke: { from: ['pending', 'active'], to: ['inactive'] },
})
