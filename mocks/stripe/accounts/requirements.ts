import type { Account, Person } from '../api.js'

/** What is known of an account while its requirements are looked at. */
export interface Known {
  readonly account: Account
  /** Who stands for it: of a company its representative, else the individual. */
  readonly person: Person | undefined
  readonly hasExternalAccount: boolean
}

const given = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const ADDRESS = ['city', 'line1', 'postal_code', 'state'] as const

/**
 * What Stripe asks for, in its own names, and how each is fulfilled: those of a business in the United States that takes cards.
 * @source https://docs.stripe.com/connect/required-verification-information (from memory); @unverified that no other field is asked for, and
 * that accounts of all countries are asked for the same
 */
const ASKED: readonly {
  readonly field: string
  readonly of: 'all' | 'company' | 'individual'
  readonly has: (known: Known) => boolean
}[] = [
  { field: 'business_profile.mcc', of: 'all', has: ({ account }) => given(account.business_profile?.mcc) },
  {
    field: 'business_profile.url',
    of: 'all',
    has: ({ account: { business_profile: profile } }) => given(profile?.url) || given(profile?.product_description),
  },
  { field: 'business_type', of: 'all', has: ({ account }) => given(account.business_type) },
  { field: 'external_account', of: 'all', has: ({ hasExternalAccount }) => hasExternalAccount },
  { field: 'tos_acceptance.date', of: 'all', has: ({ account }) => given(account.tos_acceptance?.date) },
  { field: 'tos_acceptance.ip', of: 'all', has: ({ account }) => given(account.tos_acceptance?.ip) },
  { field: 'company.name', of: 'company', has: ({ account }) => given(account.company?.name) },
  { field: 'company.tax_id', of: 'company', has: ({ account }) => account.company?.tax_id_provided === true },
  { field: 'company.phone', of: 'company', has: ({ account }) => given(account.company?.phone) },
  ...ADDRESS.map((part) => ({
    field: `company.address.${part}`,
    of: 'company' as const,
    has: ({ account }: Known) => given(account.company?.address?.[part]),
  })),
  ...personAsks('individual', 'individual'),
  ...personAsks('representative', 'company'),
]

function personAsks(prefix: string, of: 'company' | 'individual') {
  const ask = (field: string, has: (person: Person) => boolean) => ({
    field: `${prefix}.${field}`,
    of,
    has: ({ person }: Known) => person !== undefined && has(person),
  })
  return [
    ask('first_name', (person) => given(person.first_name)),
    ask('last_name', (person) => given(person.last_name)),
    ask('email', (person) => given(person.email)),
    ask('phone', (person) => given(person.phone)),
    ask('dob.day', (person) => given(person.dob?.day)),
    ask('dob.month', (person) => given(person.dob?.month)),
    ask('dob.year', (person) => given(person.dob?.year)),
    ...ADDRESS.map((part) => ask(`address.${part}`, (person) => given(person.address?.[part]))),
    ask('ssn_last_4', (person) => person.ssn_last_4_provided === true || person.id_number_provided === true),
  ]
}

/** The fields that are still wanted, as Stripe names them. */
export function missingFields(known: Known): string[] {
  const { business_type: type } = known.account
  const kind = type === undefined || type === null ? undefined : type === 'individual' ? 'individual' : 'company'
  const fields = ASKED.filter(({ of, has }) => (of === 'all' || of === kind) && !has(known)).map(({ field }) => field)
  const document = known.person?.requirements?.currently_due ?? []
  const prefix = kind === 'company' ? 'representative' : 'individual'
  return [...fields, ...document.map((field) => `${prefix}.${field}`)].sort()
}
