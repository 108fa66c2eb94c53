import type { paths } from '../../../contracts/generated/stripe.js'
import { lifecycle, type Row } from '../../../src/engine/kit.js'
import type { CheckoutSession, LineItem } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

export type SessionInput = NonNullable<
  paths['/v1/checkout/sessions']['post']['requestBody']
>['content']['application/x-www-form-urlencoded']

/** What belongs to a session and is not part of its resource. */
export interface SessionParts extends Row {
  readonly items: readonly LineItem[]
  /** Stands in the page's forms: what comes without it did not come from there. */
  readonly formToken: string
  /** Where its pages are: scheme and authority. */
  readonly origin: string
  readonly intentData: NonNullable<SessionInput['payment_intent_data']>
  readonly setupData: NonNullable<SessionInput['setup_intent_data']>
  readonly customerUpdate: NonNullable<SessionInput['customer_update']>
  /** What a link's page says when it is done, instead of leading on. */
  readonly confirmation?: string | null
}

/** Where an expired session is taken up again; the id is the last part of that address. */
export interface Recovery extends Row {
  readonly session: string
}

export type SessionStatus = NonNullable<CheckoutSession['status']>
type Action = 'update' | 'pay' | 'expire' | 'recover'

const STATUSES: readonly SessionStatus[] = ['open', 'complete', 'expired']

/** @source https://docs.stripe.com/api/checkout/sessions/object (read 2026-11): `status` */
export const sessionLifecycle = lifecycle<SessionStatus, Action>(STATUSES, {
  update: { from: STATUSES, to: STATUSES },
  /** Submits the page: a bank that asks for 3D Secure or declines leaves it open. */
  pay: { from: ['open'], to: ['open', 'complete'] },
  expire: { from: ['open'], to: ['expired'] },
  recover: { from: ['expired'], to: ['expired'] },
})

/** @throws a session that is not open (400) @source as quoted in issues and programs of 2021 to 2026 */
export function checkExpires({ status }: CheckoutSession): void {
  if (status !== null && sessionLifecycle.allows(status, 'expire')) return
  throw invalidRequest(
    `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${status}\`.`,
  )
}

export function partsOf(world: StripeWorld, id: string): SessionParts {
  return world.sessionParts.get(id, 'session')
}

/** The session that a PaymentIntent or SetupIntent was made for. */
export function sessionOf(world: StripeWorld, kind: 'payment' | 'setup', intent: string): CheckoutSession | undefined {
  return world.checkoutSessions.where(kind === 'payment' ? 'payment_intent' : 'setup_intent', intent)[0]
}

/** How its parameters make what a restored or linked session is: what a person entered belongs to that session alone. */
export function newCustomFields(given: SessionInput['custom_fields']): CheckoutSession['custom_fields'] {
  return (given ?? []).map(({ dropdown, key, label, numeric, optional, text, type }) => {
    const lengths = { default_value: null, maximum_length: null, minimum_length: null }
    return {
      key,
      label,
      optional: optional ?? false,
      type,
      ...(dropdown && { dropdown: { default_value: null, ...dropdown, value: null } }),
      ...(type === 'numeric' && { numeric: { ...lengths, ...numeric, value: null } }),
      ...(type === 'text' && { text: { ...lengths, ...text, value: null } }),
    }
  }) as CheckoutSession['custom_fields']
}
