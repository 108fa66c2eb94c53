import type { CallFacts, Row } from '../../../src/engine/kit.js'
import type { PaymentMethod } from '../api.js'
import { invalidRequest } from '../errors.js'
import { pagesOrigin } from '../pages/origin.js'
import type { Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'

const DAY = 24 * 60 * 60 * 1000
/** Days until the deposits are there, and for which they can be verified. @source https://docs.stripe.com/payments/ach-direct-debit (read 2026-11): one to two business days, and ten */
const ARRIVE = 2
const LAST = 10
/** How often a wrong answer may be given. @unverified ten */
const MOST_ATTEMPTS = 10

/** A verification under way. Its id is that of the intent which asked for it. */
export interface Microdeposits extends Row {
  readonly method: string
  readonly mandate: string
  readonly attempts: number
}

interface Start {
  readonly intent: string
  readonly method: PaymentMethod
  readonly mandate: string
  readonly call: CallFacts
}

/** Sends the deposits; gives the next action of the intent. */
export function startMicrodeposits(world: StripeWorld, { intent, method, mandate, call }: Start) {
  const now = world.port.now()
  world.microdeposits.put({ id: intent, method: method.id, mandate, attempts: 0 })
  const fails = world.cardSecrets.find(method.id)?.outcome.debit?.microdepositsFail === true
  world.port.schedule('microdeposits end', now + (fails ? ARRIVE : LAST) * DAY, {
    intent,
    code: fails ? 'payment_method_microdeposit_failed' : 'payment_method_microdeposit_verification_timeout',
  })
  const page = `${pagesOrigin(call)}/microdeposit/${intent}`
  world.port.claim(intent)
  return {
    type: 'verify_with_microdeposits',
    verify_with_microdeposits: {
      arrival_date: Math.floor((now + ARRIVE * DAY) / 1000),
      hosted_verification_url: page,
      microdeposit_type: 'descriptor_code' as const,
    },
  }
}

export interface Answer {
  readonly amounts?: readonly number[]
  readonly descriptor_code?: string
}

/**
 * What test answers do.
 * @throws parameter_missing, payment_method_microdeposit_verification_amounts_invalid,
 * payment_method_microdeposit_verification_amounts_mismatch, payment_method_microdeposit_verification_descriptor_code_mismatch (400) @unverified wording
 * @returns why the verification has ended without success; undefined where the account is verified
 * @source https://docs.stripe.com/testing#ach-direct-debit (as captured 2026-08-07)
 */
export function judge(
  world: StripeWorld,
  intent: string,
  { amounts, descriptor_code: code }: Answer,
): Decline | undefined {
  if (amounts === undefined && code === undefined) {
    throw invalidRequest('You must provide either amounts or descriptor_code.', { code: 'parameter_missing' })
  }
  if (amounts !== undefined && amounts.length !== 2) {
    throw invalidRequest('You must provide exactly two amounts.', {
      code: 'payment_method_microdeposit_verification_amounts_invalid',
      param: 'amounts',
    })
  }
  const said = amounts ? [...amounts].sort((a, b) => a - b).join('+') : String(code).toUpperCase()
  switch (said) {
    case '32+45':
    case 'SM11AA':
      return undefined
    case '10+11':
    case 'SM33CC':
      return ATTEMPTS_EXCEEDED
    case '40+41':
    case 'SM44DD':
      return endOf('payment_method_microdeposit_verification_timeout')
  }
  const kept = world.microdeposits.find(intent)
  const attempts = (kept?.attempts ?? 0) + 1
  if (kept) world.microdeposits.put({ ...kept, attempts })
  if (attempts >= MOST_ATTEMPTS) return ATTEMPTS_EXCEEDED
  return world.port.refuse(mismatch(amounts !== undefined, MOST_ATTEMPTS - attempts))
}

function mismatch(amounts: boolean, left: number) {
  return invalidRequest(
    `The ${amounts ? 'amounts' : 'descriptor code'} provided do not match what was sent to the bank account. You have ${left} verification attempts remaining.`,
    {
      code: amounts
        ? 'payment_method_microdeposit_verification_amounts_mismatch'
        : 'payment_method_microdeposit_verification_descriptor_code_mismatch',
    },
  )
}

const ATTEMPTS_EXCEEDED: Decline = {
  code: 'payment_method_microdeposit_verification_attempts_exceeded',
  message: 'You have exceeded the number of allowed verification attempts.',
  type: 'invalid_request_error',
}

/** Why a verification has ended without success. */
export function endOf(code: string): Decline {
  const failed = code === 'payment_method_microdeposit_failed'
  return {
    code,
    message: failed
      ? 'The microdeposits could not be sent to the bank account.'
      : 'The microdeposits were not verified in time.',
    type: 'invalid_request_error',
  }
}

/** The account is the customer's: it need not be verified again. */
export function markVerified(world: StripeWorld, method: string): void {
  const secrets = world.cardSecrets.find(method)
  if (secrets) world.cardSecrets.put({ ...secrets, unverified: false })
}
