import type { Account, Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { insertExternalAccount } from '../external-accounts/insert.js'
import { mergeMetadata } from '../metadata.js'
import { changePayoutSettings, type Interval, payoutSettingsOf, type Weekday } from '../payouts/settings.js'
import { mergePerson, newPerson, representativeOf } from '../persons/person.js'
import type { StripeWorld } from '../world.js'
import { mergeAddress } from './address.js'

type Fields = Readonly<Record<string, unknown>>

/** What a request says of a connected account, on create and update alike. */
export interface AccountInput {
  readonly business_profile?: object
  readonly business_type?: Account['business_type']
  readonly capabilities?: Readonly<Record<string, { readonly requested?: boolean } | undefined>>
  readonly company?: object
  readonly default_currency?: string
  readonly email?: string
  readonly external_account?: string | object
  readonly individual?: object
  readonly metadata?: Metadata | ''
  readonly settings?: { readonly payouts?: PayoutInput } & object
  readonly tos_acceptance?: object
}

interface PayoutInput {
  readonly debit_negative_balances?: boolean
  readonly schedule?: {
    readonly interval?: string
    readonly weekly_anchor?: string
    readonly monthly_anchor?: number
    readonly weekly_payout_days?: readonly string[]
    readonly monthly_payout_days?: readonly number[]
  }
  readonly statement_descriptor?: string
}

/** Takes over what was given; what follows from it is told by `afterChange`. @throws resource_missing, routing_number_invalid (400) */
export function applyInput(own: StripeWorld, input: AccountInput): void {
  const { account } = own
  own.accounts.update(account.id, {
    ...(input.business_profile !== undefined && { business_profile: profileOf(account, input.business_profile) }),
    ...(input.business_type !== undefined && { business_type: input.business_type }),
    ...(input.company !== undefined && { company: companyOf(account, input.company as Fields) }),
    ...(input.default_currency !== undefined && { default_currency: input.default_currency.toLowerCase() }),
    ...(input.email !== undefined && { email: input.email || null }),
    ...(input.tos_acceptance !== undefined && {
      tos_acceptance: { ...account.tos_acceptance, ...input.tos_acceptance },
    }),
    metadata: mergeMetadata(account.metadata as Metadata | undefined, input.metadata),
  } as Partial<Account>)
  if (input.individual !== undefined) applyIndividual(own, input.individual as Fields)
  if (input.settings?.payouts !== undefined) applyPayouts(own, input.settings.payouts)
  if (input.external_account !== undefined) insertExternalAccount(own, input.external_account, { isDefault: true })
  own.accounts.update(account.id, { settings: settingsOf(own, input.settings) } as Partial<Account>)
}

/** @throws an individual of a company (400) @unverified wording */
function applyIndividual(own: StripeWorld, given: Fields): void {
  const { account } = own
  if (account.business_type !== undefined && account.business_type !== null && account.business_type !== 'individual') {
    throw invalidRequest(
      `You cannot set individual on an account with business_type '${account.business_type}'. Create a person instead.`,
      { param: 'individual' },
    )
  }
  const known = representativeOf(own)
  const role = { relationship: { representative: true } }
  if (known) own.persons.put(mergePerson(known, { ...given }))
  else own.persons.insert(newPerson(own, { ...given, ...role }))
}

function profileOf(account: Account, given: object) {
  const empty = {
    mcc: null,
    minority_owned_business_designation: null,
    name: null,
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  }
  return { ...empty, ...account.business_profile, ...given }
}

/** Numbers are not kept: only that they were given. */
function companyOf({ company }: Account, { tax_id: taxId, vat_id: vatId, ...given }: Fields) {
  const declared = { directors_provided: false, executives_provided: false, owners_provided: false }
  return {
    ...declared,
    tax_id_provided: false,
    vat_id_provided: false,
    ...company,
    ...given,
    ...(given.address !== undefined && { address: mergeAddress(company?.address, given.address as object) }),
    ...(taxId !== undefined && { tax_id_provided: taxId !== '' }),
    ...(vatId !== undefined && { vat_id_provided: vatId !== '' }),
  }
}

function applyPayouts(
  own: StripeWorld,
  { debit_negative_balances: debits, schedule, statement_descriptor: descriptor }: PayoutInput,
) {
  const { weekly_anchor: weekday, monthly_anchor: monthDay } = schedule ?? {}
  const weekdays = schedule?.weekly_payout_days ?? (weekday === undefined ? undefined : [weekday])
  const monthDays = schedule?.monthly_payout_days ?? (monthDay === undefined ? undefined : [monthDay])
  changePayoutSettings(own, {
    ...(debits !== undefined && { debitNegativeBalances: debits }),
    ...(schedule?.interval !== undefined && { interval: schedule.interval as Interval }),
    ...(weekdays && { weekdays: weekdays as Weekday[] }),
    ...(monthDays && { monthDays }),
    ...(descriptor !== undefined && { statementDescriptor: descriptor || null }),
  })
}

/** The settings as the account shows them; those that change nothing here as they were given. */
function settingsOf(own: StripeWorld, given: object | undefined) {
  const payouts = payoutSettingsOf(own)
  const { interval, weekdays, monthDays } = payouts
  const blank = { statement_descriptor: null, statement_descriptor_kana: null, statement_descriptor_kanji: null }
  const prefixes = { statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null }
  const known = own.account.settings
  const merged = (name: string, defaults: object) => ({
    ...defaults,
    ...((known as Readonly<Record<string, object>> | null | undefined)?.[name] ?? {}),
    ...((given as Readonly<Record<string, object>> | undefined)?.[name] ?? {}),
  })
  return {
    branding: merged('branding', { icon: null, logo: null, primary_color: null, secondary_color: null }),
    card_payments: merged('card_payments', { statement_descriptor_prefix: null, ...prefixes }),
    dashboard: merged('dashboard', { display_name: null, timezone: 'Etc/UTC' }),
    payments: merged('payments', { ...blank, ...prefixes }),
    payouts: {
      debit_negative_balances: payouts.debitNegativeBalances,
      schedule: {
        delay_days: 2,
        interval,
        ...(interval === 'weekly' && { weekly_anchor: weekdays[0], weekly_payout_days: [...weekdays] }),
        ...(interval === 'monthly' && { monthly_anchor: monthDays[0], monthly_payout_days: [...monthDays] }),
      },
      statement_descriptor: payouts.statementDescriptor,
    },
  }
}
