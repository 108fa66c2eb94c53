import { fillIn } from '../account-links/onboarding.js'
import { refresh } from '../accounts/connected.js'
import { type AccountInput, applyInput } from '../accounts/connected-account.js'
import { controllerOf } from '../accounts/controller.js'
import { newAccount, requestCapabilities } from '../accounts/create.js'
import type { Account } from '../api.js'
import { COUNTRY_CURRENCIES } from '../country-currencies.js'
import { newPerson } from '../persons/person.js'
import type { StripeWorld } from '../world.js'

/** `stripe_user`: what the platform knows of a person who connects. */
export type Prefill = Readonly<Record<string, string>>

const PERSON = ['first_name', 'last_name', 'email'] as const
const ALWAYS = ['card_payments', 'transfers']

/**
 * Opens the account of somebody who had none, whole and verified: made-up data where nothing is known of them. A Standard account is its
 * owner's, not the platform's.
 * @unverified which of `stripe_user` shows in an account, and that it can charge at once
 */
export function openAccount(
  world: StripeWorld,
  type: 'standard' | 'express',
  prefill: Prefill,
  capabilities: readonly string[],
): Account {
  const country = COUNTRY_CURRENCIES[prefill.country ?? ''] === undefined ? 'US' : (prefill.country ?? 'US')
  const { is_controller: _, ...owners } = controllerOf('standard', { type: 'account' })
  const controller = type === 'standard' ? owners : controllerOf(type, undefined)
  const { id } = world.accounts.insert(newAccount(world, type, controller, country))
  const own = world.of(id)
  applyInput(own, inputOf(prefill))
  const known = PERSON.filter((name) => prefill[name] !== undefined).map((name) => [name, prefill[name]])
  if (known.length > 0) {
    own.persons.insert(newPerson(own, { ...Object.fromEntries(known), relationship: { representative: true } }))
  }
  const wanted = [...new Set([...ALWAYS, ...capabilities])]
  requestCapabilities(own, Object.fromEntries(wanted.map((name) => [name, { requested: true }])))
  fillIn(own)
  const active = Object.fromEntries(wanted.map((name) => [name, 'active']))
  own.accounts.update(id, { capabilities: active } as Partial<Account>)
  return refresh(own, own.account)
}

/** What is not valid is passed over. @source https://docs.stripe.com/connect/oauth-reference (read 2026-11) */
function inputOf({ email, url, business_name: name, business_type: type, phone_number: phone }: Prefill): AccountInput {
  const web = url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined
  const kind = type === undefined ? undefined : KINDS[type]
  return {
    ...(email !== undefined && /^[^@\s]+@[^@\s]+$/.test(email) && { email }),
    ...((web !== undefined || name !== undefined) && {
      business_profile: { ...(web !== undefined && { url: web }), ...(name !== undefined && { name }) },
    }),
    ...(kind !== undefined && { business_type: kind }),
    ...(kind === 'company' && {
      company: { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) },
    }),
  }
}

const KINDS: Readonly<Record<string, NonNullable<AccountInput['business_type']>>> = {
  sole_prop: 'individual',
  corporation: 'company',
  non_profit: 'non_profit',
  partnership: 'company',
  llc: 'company',
}
