import type { Charge } from '../api.js'
import { collectFee } from '../application-fees/collect.js'
import { book, midnightIn, PENDING_DAYS } from '../balance/book.js'
import { applicationFeeDetail, paymentFee, stripeFee } from '../balance/fees.js'
import { makeTransfer } from '../transfers/make.js'
import type { StripeWorld } from '../world.js'

/**
 * Books a captured charge, which makes its money and the fees seen, passes it on where it is a destination charge, and lets happen what its
 * test card has happen afterwards.
 * @source https://docs.stripe.com/testing#available-balance (as captured 2026-08-07): a card whose money is available at once
 */
export function settleCharge(world: StripeWorld, charge: Charge): Charge {
  const { amount_captured: amount, currency } = charge
  const type = charge.payment_method_details?.type ?? 'card'
  const outcome = world.cardSecrets.find(charge.payment_method ?? '')?.outcome ?? {}
  const direct = world.port.scope === '' ? 0 : Math.min(charge.application_fee_amount ?? 0, amount)
  const fee = Math.min(paymentFee(world, amount, type), amount - direct)
  const availableOn = outcome.bypassPending === true ? world.now() : midnightIn(world, PENDING_DAYS)
  const transaction = book(world, {
    amount,
    currency,
    type: isCard(type) ? 'charge' : 'payment',
    category: 'charge',
    source: charge.id,
    description: charge.description,
    fees: [
      stripeFee(fee, currency),
      ...(direct > 0 ? [applicationFeeDetail(direct, currency, world.application)] : []),
    ],
    availableOn,
  })
  const booked = world.charges.update(charge.id, { balance_transaction: transaction.id })
  const settled =
    direct > 0 ? withFee(world, booked, direct, availableOn) : booked.transfer_data ? passOn(world, booked) : booked
  if (outcome.dispute !== undefined) {
    world.port.schedule('dispute payment', world.port.now(), { charge: charge.id, kind: outcome.dispute })
  }
  return settled
}

/** By a number, or held to a reader. */
export function isCard(type: string): boolean {
  return type === 'card' || type === 'card_present'
}

/** A direct charge: the platform has its fee when the account has its money. */
function withFee(world: StripeWorld, charge: Charge, amount: number, availableOn: number): Charge {
  const { account } = world
  const fee = collectFee(world.platform, account.id, charge, { amount, availableOn, originating: null })
  return world.charges.update(charge.id, { application_fee: fee.id })
}

/** A destination charge: passed on whole and less the platform's fee, or the part that `transfer_data` names. */
function passOn(world: StripeWorld, charge: Charge): Charge {
  const { transfer_data: data, amount_captured: captured } = charge
  const destination = data?.destination as string
  const applicationFee = Math.min(charge.application_fee_amount ?? 0, captured)
  const transferGroup = charge.transfer_group ?? `group_${charge.id}`
  const transfer = makeTransfer(world, {
    amount: Math.min(data?.amount ?? captured, captured),
    currency: charge.currency,
    destination,
    sourceTransaction: charge,
    transferGroup,
    description: null,
    metadata: {},
    applicationFee,
  })
  const passedOn = world.charges.update(charge.id, { transfer: transfer.id, transfer_group: transferGroup })
  if (applicationFee === 0) return passedOn
  const payment = { id: transfer.destination_payment as string, currency: charge.currency }
  const { available_on: availableOn } = world.balanceTransactions.get(charge.balance_transaction as string, 'id')
  const fee = collectFee(world, destination, payment, { amount: applicationFee, availableOn, originating: charge.id })
  const own = world.of(destination)
  own.charges.update(payment.id, { application_fee: fee.id, application_fee_amount: applicationFee })
  return world.charges.update(charge.id, { application_fee: fee.id })
}
