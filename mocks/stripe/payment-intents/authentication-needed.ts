import type { CardSecrets } from '../test-cards/card-secrets.js'

/** Whether the bank asks for 3D Secure. @source https://docs.stripe.com/testing#regulatory-cards (as captured 2026-08-07) */
export function authenticationNeeded(
  { outcome, setUp }: Pick<CardSecrets, 'outcome' | 'setUp'>,
  { offSession, requestThreeDSecure }: { offSession: boolean; requestThreeDSecure: string },
): boolean {
  switch (outcome.authentication) {
    case 'always':
      return true
    case 'unless-set-up':
      return !setUp
    case 'on-session-only':
      return !(offSession && setUp)
    case 'optional':
      return requestThreeDSecure === 'any' || requestThreeDSecure === 'challenge'
    default:
      return false
  }
}
