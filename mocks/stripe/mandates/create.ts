import type { Mandate, PaymentMethod } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { mandateLifecycle } from './mandate.js'

export interface MandateInput {
  readonly mandate?: string
  readonly mandate_data?:
    | {
        readonly customer_acceptance: {
          readonly accepted_at?: number
          readonly online?: object
          readonly type: 'offline' | 'online'
        }
      }
    | object
    | ''
}

interface Order {
  readonly method: PaymentMethod
  /** Single use: amount and currency of the one payment. */
  readonly once: { readonly amount: number; readonly currency: string } | undefined
  /** The account is not verified yet. */
  readonly waits: boolean
  readonly code: 'payment_intent_mandate_invalid' | 'setup_intent_mandate_invalid'
}

/**
 * The mandate that a debit is made under: the one named, a new one that was accepted, or one that the account has.
 * @throws resource_missing, payment_intent_mandate_invalid, setup_intent_mandate_invalid (400) @unverified wording
 * @source https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment (read 2026-11)
 */
export function mandateFor(world: StripeWorld, input: MandateInput, order: Order): Mandate {
  const { method, code } = order
  if (input.mandate !== undefined) {
    const named = world.mandates.named(input.mandate, 'mandate')
    if (named.status !== 'inactive' && named.payment_method === method.id) return named
    throw invalidRequest(`The mandate ${named.id} cannot be used for this payment method.`, { code, param: 'mandate' })
  }
  if (input.mandate_data) return insertMandate(world, acceptanceOf(world, input.mandate_data), order)
  const known = world.mandates
    .where('payment_method', method.id)
    .find(({ status, type }) => status === 'active' && type === 'multi_use')
  if (known) return known
  throw invalidRequest(
    `A mandate is required for payments with a payment method of type ${method.type}. Provide mandate_data with what the customer has accepted.`,
    { code, param: 'mandate_data' },
  )
}

function acceptanceOf(world: StripeWorld, data: object): Mandate['customer_acceptance'] {
  const { customer_acceptance: given } = data as {
    customer_acceptance?: { accepted_at?: number; type?: 'offline' | 'online'; online?: object }
  }
  const { accepted_at: at, type = 'online', online } = given ?? {}
  return {
    accepted_at: at ?? world.now(),
    ...(type === 'offline' ? { offline: {} } : { online: { ip_address: null, user_agent: null, ...online } }),
    type,
  }
}

function insertMandate(
  world: StripeWorld,
  acceptance: Mandate['customer_acceptance'],
  { method, once, waits }: Order,
): Mandate {
  const id = world.id('mandate')
  const details =
    method.type === 'sepa_debit'
      ? { sepa_debit: { reference: id.slice(-16).toUpperCase(), url: '' }, type: 'sepa_debit' }
      : { type: 'us_bank_account', us_bank_account: {} }
  return world.mandates.insert({
    id,
    object: 'mandate',
    customer_acceptance: acceptance,
    livemode: false,
    payment_method: method.id,
    payment_method_details: details,
    ...(once ? { single_use: once } : { multi_use: {} }),
    status: waits ? 'pending' : 'active',
    type: once ? 'single_use' : 'multi_use',
  })
}

/** @emits mandate.updated */
export function moveMandate(world: StripeWorld, id: string, action: 'accept' | 'revoke'): void {
  const mandate = world.mandates.find(id)
  if (!mandate || !mandateLifecycle.allows(mandate.status, action)) return
  const moved = world.mandates.update(id, { status: action === 'accept' ? 'active' : 'inactive' })
  world.emit('mandate.updated', moved, mandate)
}
