import type { Row } from '../../../src/engine/kit.js'
import { afterChange } from '../accounts/connected.js'
import { applyInput } from '../accounts/connected-account.js'
import { externalAccounts } from '../external-accounts/default.js'
import { mergePerson, newPerson, representativeOf } from '../persons/person.js'
import type { StripeWorld } from '../world.js'

/** A page on which the owner of a connected account tells what Stripe asks for. It can be opened for some minutes, and used once. */
export interface Onboarding extends Row {
  readonly account: string
  readonly refreshUrl: string | null
  readonly returnUrl: string | null
  /** Unix seconds. */
  readonly expires: number
  readonly used: boolean
}

const ADDRESS = { city: 'Springfield', country: 'US', line1: '1 Main Street', postal_code: '62701', state: 'IL' }
const SOMEBODY = {
  address: ADDRESS,
  dob: { day: 1, month: 1, year: 1901 },
  email: 'owner@connected.example',
  first_name: 'Robin',
  last_name: 'Example',
  phone: '+12175550100',
  ssn_last_4: '0000',
}

/** Tells all that is due with made-up data, and keeps what is there. @emits account.updated, capability.updated */
export function completeOnboarding(own: StripeWorld): void {
  const before = own.account
  fillIn(own)
  afterChange(own, before)
}

/** Puts made-up data where something is due; what follows from it is another's to tell. */
export function fillIn(own: StripeWorld): void {
  const { business_profile: profile, business_type: type, company } = own.account
  applyInput(own, {
    business_profile: { mcc: profile?.mcc ?? '5734', url: profile?.url ?? 'https://connected.example' },
    business_type: type ?? 'individual',
    tos_acceptance: { date: own.now(), ip: '127.0.0.1' },
    ...(type === 'company' && {
      company: {
        name: company?.name ?? 'Connected Example Inc.',
        phone: company?.phone ?? '+12175550101',
        tax_id: '000000000',
        address: company?.address ?? ADDRESS,
      },
    }),
    ...(externalAccounts(own).length === 0 && { external_account: 'btok_us_verified' }),
  })
  const known = representativeOf(own)
  const role = { relationship: { representative: true, title: 'CEO' } }
  const document = { verification: { document: { front: 'file_identity_document_success' } } }
  if (known) own.persons.put(mergePerson(known, { ...SOMEBODY, ...given(known), ...document }))
  else own.persons.insert(newPerson(own, { ...SOMEBODY, ...role }))
}

function given(person: object): object {
  const names = ['email', 'first_name', 'last_name', 'phone'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = (person as Record<string, unknown>)[name]
      return value ? [[name, value]] : []
    }),
  )
}
