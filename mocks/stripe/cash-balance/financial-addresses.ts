import type { Row } from '../../../src/engine/kit.js'
import type { PaymentIntent } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { clabeOf, ibanOf } from './account-numbers.js'
import type { EuroCountry, TransferKind } from './transfer-types.js'

type Instructions = NonNullable<NonNullable<PaymentIntent['next_action']>['display_bank_transfer_instructions']>
export type FinancialAddress = NonNullable<Instructions['financial_addresses']>[number]

/** The digits that a customer's virtual account of one kind is made of. Its id names both. */
export interface VirtualAccount extends Row {
  readonly digits: string
}

/**
 * Where a customer sends money: the same each time for a customer and a kind of transfer.
 * @throws no address of the types asked for (400) @unverified wording
 * @source https://docs.stripe.com/payments/customer-balance/funding-instructions (read 2026-11); @unverified the banks, their codes and their places
 */
export function addressesFor(
  world: StripeWorld,
  customer: string,
  kind: TransferKind,
  requested?: readonly string[],
): FinancialAddress[] {
  const id = `${customer} ${kind.type} ${kind.country}`
  const digits = (world.virtualAccounts.find(id) ?? world.virtualAccounts.insert({ id, digits: world.digits(18) }))
    .digits
  const all = addresses(kind, digits, holderOf(world))
  const wanted = requested?.length ? all.filter(({ type }) => requested.includes(type)) : all
  if (wanted.length > 0) return wanted
  throw invalidRequest(
    `No address of the types ${requested?.join(', ')} for a ${kind.type}: it has ${all.map(({ type }) => type).join(', ')}.`,
    { param: 'bank_transfer[requested_address_types]' },
  )
}

type Holder = ReturnType<typeof holderOf>

function holderOf({ account }: StripeWorld) {
  const account_holder_name =
    account.business_profile?.name ?? account.settings?.dashboard.display_name ?? 'Standin sandbox'
  return { account_holder_name }
}

function addresses({ country, type }: TransferKind, digits: string, holder: Holder): FinancialAddress[] {
  switch (type) {
    case 'us_bank_transfer':
      return american(digits, holder)
    case 'gb_bank_transfer':
      return [british(digits, holder)]
    case 'jp_bank_transfer':
      return [japanese(digits, holder)]
    case 'mx_bank_transfer':
      return [mexican(digits, holder)]
    default:
      return [european(country as EuroCountry, digits, holder)]
  }
}

const SAN_FRANCISCO = place('US', 'South San Francisco', '354 Oyster Point Boulevard', '94080', 'CA')
const LONDON = place('GB', 'London', '9th Floor, 107 Cheapside', 'EC2V 6DN', 'London')
const DUBLIN = place('IE', 'Dublin', '1 Grand Canal Street Lower', 'D02 H210', 'Dublin')
const TOKYO = place('JP', 'Tokyo', '1-1 Toranomon', '105-0001', 'Tokyo')
const MEXICO = place('MX', 'Mexico City', 'Paseo de la Reforma 1', '06500', 'CMX')

function place(country: string, city: string, line1: string, postal_code: string, state: string) {
  return { city, country, line1, line2: null, postal_code, state }
}

function american(digits: string, holder: Holder): FinancialAddress[] {
  const account = {
    ...holder,
    account_holder_address: SAN_FRANCISCO,
    account_number: `1111${digits.slice(-8)}`,
    account_type: 'checking',
    bank_address: SAN_FRANCISCO,
    bank_name: 'US Test Bank',
  }
  return [
    { type: 'aba', aba: { ...account, routing_number: '999999999' }, supported_networks: ['ach', 'domestic_wire_us'] },
    { type: 'swift', swift: { ...account, swift_code: 'TESTUS99XXX' }, supported_networks: ['swift'] },
  ]
}

function european(country: EuroCountry, digits: string, holder: Holder): FinancialAddress {
  const address = { account_holder_address: DUBLIN, bank_address: DUBLIN }
  const iban = ibanOf(country, digits)
  return {
    type: 'iban',
    iban: { ...holder, ...address, bic: `SXPY${country}HH`, country, iban },
    supported_networks: ['sepa'],
  }
}

function british(digits: string, holder: Holder): FinancialAddress {
  const address = { account_holder_address: LONDON, bank_address: LONDON }
  return {
    type: 'sort_code',
    sort_code: { ...holder, ...address, account_number: digits.slice(-8), sort_code: '108800' },
    supported_networks: ['bacs', 'fps'],
  }
}

function japanese(digits: string, holder: Holder): FinancialAddress {
  return {
    type: 'zengin',
    zengin: {
      ...holder,
      account_holder_address: TOKYO,
      account_number: digits.slice(-7),
      account_type: 'futsu',
      bank_address: TOKYO,
      bank_code: '1100',
      bank_name: 'JP Test Bank',
      branch_code: '000',
      branch_name: 'Test Branch',
    },
    supported_networks: ['zengin'],
  }
}

function mexican(digits: string, holder: Holder): FinancialAddress {
  return {
    type: 'spei',
    spei: {
      ...holder,
      account_holder_address: MEXICO,
      bank_address: MEXICO,
      bank_code: '000',
      bank_name: 'TEST BANK',
      clabe: clabeOf(digits),
    },
    supported_networks: ['spei'],
  }
}
