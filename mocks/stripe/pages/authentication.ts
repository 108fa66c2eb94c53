import type { Row } from '../../../src/engine/kit.js'
import type { PaymentIntent } from '../api.js'
import type { StripeWorld } from '../world.js'

/** One 3D Secure challenge: what it is for, and where the person goes afterwards. */
export interface Authentication extends Row {
  /** Of the PaymentIntent or SetupIntent. */
  readonly intent: string
  readonly kind: 'payment' | 'setup'
  readonly method: string
  readonly returnUrl: string | null
  /** The connected account that it is in; '' for the platform's own. */
  readonly scope: string
  readonly state: 'pending' | 'passed' | 'failed'
}

export function startAuthentication(
  world: StripeWorld,
  of: Omit<Authentication, 'id' | 'state' | 'scope'>,
): Authentication {
  const authentication = world.authentications.insert({
    ...of,
    id: world.id('src'),
    scope: world.port.scope,
    state: 'pending',
  })
  world.port.claim(authentication.id)
  return authentication
}

/** What the integration is told to do: send the person to a page, or let Stripe.js show it. */
export function nextAction(
  { id }: Authentication,
  returnUrl: string | undefined,
  origin: string,
): NonNullable<PaymentIntent['next_action']> {
  const url = `${origin}/redirect/authenticate/${id}`
  if (returnUrl !== undefined) return { redirect_to_url: { return_url: returnUrl, url }, type: 'redirect_to_url' }
  return { type: 'use_stripe_sdk', use_stripe_sdk: { source: id, stripe_js: url, type: 'three_d_secure_redirect' } }
}

/** Whether an intent still waits for this very challenge: a later confirmation has one of its own. */
export function awaits(
  intent: Pick<PaymentIntent, 'status'> & { readonly next_action: object | null },
  id: string,
): boolean {
  return (
    intent.status === 'requires_action' && JSON.stringify(intent.next_action).includes(`/redirect/authenticate/${id}"`)
  )
}
