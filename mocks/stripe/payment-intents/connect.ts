import { checkReceives, connectedAccount } from '../accounts/connected.js'
import type { Charge, PaymentIntent } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

interface ConnectInput {
  readonly amount: number
  readonly application_fee_amount?: number | '' | null | undefined
  readonly on_behalf_of?: string | null | undefined
  readonly transfer_data?: { readonly amount?: number | null; readonly destination?: unknown } | null | undefined
}

/**
 * What a payment says of other accounts.
 * @throws resource_missing, insufficient_capabilities_for_transfer, a fee without an account to take it from, or that is more than the
 * payment, an account that may not take payments (400) @unverified wording
 * @source https://docs.stripe.com/connect/charges (read 2026-11)
 */
export function checkConnect(world: StripeWorld, input: ConnectInput): void {
  const { application_fee_amount: fee, on_behalf_of: merchant, transfer_data: data } = input
  if (world.port.scope !== '' && !world.account.charges_enabled) {
    throw invalidRequest(`The account ${world.account.id} cannot take payments: it lacks the capability card_payments.`)
  }
  if (typeof data?.destination === 'string') {
    checkReceives(connectedAccount(world, data.destination, 'transfer_data[destination]'))
  }
  if (merchant !== undefined && merchant !== null) connectedAccount(world, merchant, 'on_behalf_of')
  checkPassedOn(input)
  if (typeof fee === 'number') checkFee(world, fee, input)
}

/** What of the payment goes on is told by the fee or by the amount. */
function checkPassedOn({ amount, application_fee_amount: fee, transfer_data: data }: ConnectInput): void {
  const passed = data?.amount ?? undefined
  if (passed === undefined) return
  if (typeof fee === 'number') {
    throw invalidRequest(
      'You may only specify one of these parameters: application_fee_amount, transfer_data[amount].',
      { code: 'parameters_exclusive', param: 'application_fee_amount' },
    )
  }
  if (passed > amount) {
    throw invalidRequest('The transfer_data[amount] must be less than or equal to the amount of the payment.', {
      param: 'transfer_data[amount]',
    })
  }
}

function checkFee(world: StripeWorld, fee: number, { amount, transfer_data: data }: ConnectInput): void {
  const param = 'application_fee_amount'
  if (world.port.scope === '' && !data) {
    throw invalidRequest(
      'Can only apply an application_fee_amount when the payment is made in a connected account (Stripe-Account), or is passed on to one (transfer_data[destination]).',
      { param },
    )
  }
  if (fee > amount) throw invalidRequest('The application_fee_amount must not be more than the amount.', { param })
}

/** The same for the charge. */
export function connectFields(intent: PaymentIntent) {
  const { application_fee_amount: applicationFeeAmount, on_behalf_of: merchant, transfer_data: data } = intent
  const transferData: Charge['transfer_data'] = data
    ? { amount: data.amount ?? null, destination: data.destination }
    : null
  return { applicationFeeAmount, onBehalfOf: merchant as string | null, transferData }
}
