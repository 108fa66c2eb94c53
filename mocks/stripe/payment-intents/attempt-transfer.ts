import type { PaymentIntent, PaymentMethod } from '../api.js'
import { cashIn, modeOf } from '../cash-balance/cash-balance.js'
import { addressesFor } from '../cash-balance/financial-addresses.js'
import { reconcile } from '../cash-balance/reconcile.js'
import { type TransferKind, transferKind, transferTypeOf, usualKind } from '../cash-balance/transfer-types.js'
import { invalidRequest } from '../errors.js'
import { claimPage } from '../pages/page-scope.js'
import type { Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { type BankTransfer, fundIntent, makePayment, releaseTransfer, remainingOf } from './bank-transfer.js'
import { refuse } from './failure.js'
import { checkFits } from './fits.js'

/** @unverified the code and the wording */
const NOT_ENOUGH: Decline = {
  code: 'payment_intent_payment_attempt_failed',
  message:
    'The customer does not have enough funds in their cash balance to pay this PaymentIntent, and it does not say how to send more: set payment_method_options[customer_balance][funding_type].',
  type: 'invalid_request_error',
}

export interface TransferAttempt {
  readonly method: PaymentMethod
  readonly origin: string
  /** Fail instead of waiting for a transfer. */
  readonly errorOnRequiresAction?: boolean
  /** Minor units of the cash balance to use, where somebody says so; else as the customer's money is reconciled. */
  readonly use?: number
}

/**
 * Pays from the customer's cash balance; what is missing has to be sent by bank transfer.
 * @throws parameter_missing, payment_method_currency_mismatch, payment_intent_incompatible_payment_method (400) @unverified wording
 * @refuses payment_intent_payment_attempt_failed (402)
 * @emits payment_intent.requires_action, and those of `fundIntent`
 * @source https://docs.stripe.com/payments/bank-transfers/accept-a-payment (as captured 2026); @unverified that a balance which is not enough is used all the same
 */
export function attemptTransfer(world: StripeWorld, intent: PaymentIntent, attempt: TransferAttempt): PaymentIntent {
  const { method, errorOnRequiresAction = false } = attempt
  const customer = payerOf(intent)
  checkPossible(intent, method)
  const kind = kindOf(world, intent)
  const transfer = underWay(world, intent, { customer, origin: attempt.origin, kind })
  const left = remainingOf(world, intent)
  const available = cashIn(world, customer, intent.currency)
  const automatic = modeOf(world, customer) === 'automatic' ? available : 0
  const part = Math.min(attempt.use ?? automatic, available, left)
  if (part < left && (!kind || errorOnRequiresAction)) {
    giveBack(world, intent)
    return refuse(world, intent, method, NOT_ENOUGH, undefined)
  }
  const ready = world.paymentIntents.update(intent.id, { payment_method: method.id, last_payment_error: null })
  if (left === 0) return makePayment(world, ready, transfer)
  if (part === left || !kind) return fundIntent(world, ready, part)
  const waiting = world.paymentIntents.update(intent.id, {
    status: 'requires_action',
    next_action: instructions(world, ready, transfer, kind),
  })
  world.emit('payment_intent.requires_action', waiting)
  return part > 0 ? fundIntent(world, waiting, part) : waiting
}

/** A payment goes another way: what it took of the cash balance is the customer's again. @emits those of `releaseTransfer` and `reconcile` */
export function giveBack(world: StripeWorld, intent: PaymentIntent, keep = 0): void {
  const released = releaseTransfer(world, intent, keep)
  if (released) reconcile(world, released)
}

/** Whose money it is. @throws parameter_missing (400) @unverified wording */
export function payerOf({ customer }: PaymentIntent): string {
  if (customer !== null) return customer as string
  throw invalidRequest(
    'A PaymentIntent with a payment method of type customer_balance needs a `customer`, whose cash balance it is paid from.',
    { code: 'parameter_missing', param: 'customer' },
  )
}

/** @throws what bank transfers cannot do (400) @source https://docs.stripe.com/payments/bank-transfers#connect (as captured 2026): not on behalf of others */
function checkPossible(intent: PaymentIntent, method: PaymentMethod): void {
  checkFits(intent, method, transferTypeOf(intent.currency) && intent.currency)
  for (const param of ['on_behalf_of', 'setup_future_usage'] as const) {
    if (intent[param] === null) continue
    throw invalidRequest(`A payment method of type customer_balance cannot be used with ${param}.`, {
      code: 'payment_intent_incompatible_payment_method',
      param,
    })
  }
}

/** How the customer is to send money: as the options say, or with automatic payment methods as the currency does. @unverified the latter without options */
function kindOf(world: StripeWorld, intent: PaymentIntent): TransferKind | undefined {
  const options = intent.payment_method_options?.customer_balance
  if (options?.funding_type !== 'bank_transfer') {
    return intent.automatic_payment_methods?.enabled
      ? usualKind(intent.currency, world.account.country ?? undefined)
      : undefined
  }
  const param = 'payment_method_options[customer_balance][bank_transfer]'
  const { type, eu_bank_transfer: eu } = options.bank_transfer ?? {}
  if (!type) {
    throw invalidRequest(`Missing required param: ${param}[type].`, {
      code: 'parameter_missing',
      param: `${param}[type]`,
    })
  }
  return transferKind({ type, ...(eu && { eu_bank_transfer: eu }) }, intent.currency, param)
}

interface Start {
  readonly customer: string
  readonly origin: string
  readonly kind: TransferKind | undefined
}

/** The payment by transfer that this attempt goes on with, or a new one; it has no more than it needs, and only this customer's. */
function underWay(world: StripeWorld, intent: PaymentIntent, { customer, origin, kind }: Start): BankTransfer {
  const before = world.bankTransfers.find(intent.id)
  const same = before?.customer === customer && before.currency === intent.currency
  giveBack(world, intent, same ? intent.amount : 0)
  const kept = world.bankTransfers.find(intent.id)
  if (!world.pageScopes.find(intent.id)) claimPage(world, intent.id)
  return world.bankTransfers.put({
    id: intent.id,
    customer,
    currency: intent.currency,
    applied: kept?.applied ?? 0,
    confirmed: world.port.now(),
    origin,
    reference: kind?.type === 'jp_bank_transfer' ? null : (kept?.reference ?? referenceOf(world)),
  })
}

function referenceOf(world: StripeWorld): string {
  return world.port.random.base62(12).toUpperCase()
}

/** @source https://docs.stripe.com/api/payment_intents/object#payment_intent_object-next_action-display_bank_transfer_instructions (read 2026-11) */
function instructions(world: StripeWorld, intent: PaymentIntent, transfer: BankTransfer, kind: TransferKind) {
  const requested = intent.payment_method_options?.customer_balance?.bank_transfer?.requested_address_types
  return {
    type: 'display_bank_transfer_instructions',
    display_bank_transfer_instructions: {
      amount_remaining: remainingOf(world, intent),
      currency: intent.currency,
      financial_addresses: addressesFor(world, transfer.customer, kind, requested),
      hosted_instructions_url: `${transfer.origin}/bank_transfers/instructions/${intent.id}`,
      reference: transfer.reference,
      type: kind.type,
    },
  }
}
