import type { Account } from '../api.js'
import { invalidRequest, missing } from '../errors.js'
import { externalAccounts } from '../external-accounts/default.js'
import { representativeOf } from '../persons/person.js'
import type { StripeWorld } from '../world.js'
import { capabilityLifecycle, capabilityOf, statusOf } from './capability.js'
import { missingFields } from './requirements.js'

/** Milliseconds until Stripe has looked at what an account gave. @unverified (in test mode it takes moments) */
const VERIFIED_AFTER = 5000

/** The part of the world of an account that the path names: a connected one, or one's own. @throws account_invalid (403) */
export function accountWorld(world: StripeWorld, id: string): StripeWorld {
  const account = world.accounts.find(id)
  const mine = world.port.scope === '' || id === world.account.id
  if (!account || !mine) throw noAccess(id)
  return world.of(id)
}

/** @source the sentence as seen in answers of 2017 to 2025 */
export function noAccess(id: string) {
  return invalidRequest(
    `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    { code: 'account_invalid', status: 403 },
  )
}

/** A connected account that a parameter names. @throws resource_missing (400) */
export function connectedAccount(world: StripeWorld, id: string, param: string): Account {
  const account = world.accounts.find(id)
  if (!account || account.id === world.platform.account.id)
    throw missing(/\[(\w+)\]$/.exec(param)?.[1] ?? param, id, param, false)
  return account
}

/** @throws insufficient_capabilities_for_transfer (400) @source the sentence as seen in answers of 2021 to 2024 */
export function checkReceives(account: Account): void {
  if (statusOf(account, 'transfers') === 'active') return
  throw invalidRequest(
    'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
    { code: 'insufficient_capabilities_for_transfer' },
  )
}

/**
 * Something that Stripe asks for has changed: what is still due is told anew, and capabilities follow it.
 * @emits account.updated, capability.updated
 */
export function afterChange(own: StripeWorld, before: Account = own.account): Account {
  if (own.port.scope === '') return own.account
  const account = refresh(own, own.account)
  const due = account.requirements?.currently_due ?? []
  const rejected = account.requirements?.disabled_reason?.startsWith('rejected.') === true
  const capabilities: Record<string, string> = {}
  for (const name of Object.keys(account.capabilities ?? {})) {
    const status = statusOf(account, name)
    const lacks = due.length > 0 || rejected
    if (lacks && capabilityLifecycle.allows(status, 'want')) capabilities[name] = 'inactive'
    if (!lacks && capabilityLifecycle.allows(status, 'fulfil')) capabilities[name] = 'pending'
  }
  const waits = Object.values(capabilities).includes('pending')
  if (waits) own.port.schedule('verify account', own.port.now() + VERIFIED_AFTER, {})
  return putCapabilities(own, account, capabilities, before)
}

/** Stripe is content with what it was given. @emits account.updated, capability.updated */
export function verifyAccount(own: StripeWorld): void {
  // It may have been deleted, or have left the platform, in the meantime.
  if (!own.accounts.find(own.port.scope)) return
  const { account } = own
  const names = Object.keys(account.capabilities ?? {})
  const verified = names.filter((name) => capabilityLifecycle.allows(statusOf(account, name), 'verify'))
  if (verified.length === 0) return
  putCapabilities(own, account, Object.fromEntries(verified.map((name) => [name, 'active'])), account)
}

/** Writes capabilities, and what follows from them. */
export function putCapabilities(
  own: StripeWorld,
  account: Account,
  changed: Readonly<Record<string, string>>,
  before: Account,
): Account {
  const merged = { ...account.capabilities, ...changed } as NonNullable<Account['capabilities']>
  const updated = refresh(own, own.accounts.update(account.id, { capabilities: merged }))
  if (JSON.stringify(updated) !== JSON.stringify(before)) own.emit('account.updated', updated, before)
  for (const name of Object.keys(changed))
    own.emit('capability.updated', capabilityOf(updated, name, updated.created ?? null))
  return updated
}

/** The fields of an account that are made of others. */
export function refresh(own: StripeWorld, account: Account): Account {
  const external = externalAccounts(own)
  const person = representativeOf(own)
  const due = missingFields({ account, person, hasExternalAccount: external.length > 0 })
  const rejected = account.requirements?.disabled_reason?.startsWith('rejected.')
    ? account.requirements.disabled_reason
    : null
  const active = (name: string) => rejected === null && statusOf(account, name) === 'active'
  const pending = Object.values(account.capabilities ?? {}).includes('pending')
  const reason =
    rejected ?? (due.length > 0 ? 'requirements.past_due' : pending ? 'requirements.pending_verification' : null)
  const requirements = {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: reason,
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  }
  return own.accounts.update(account.id, {
    charges_enabled: active('card_payments'),
    details_submitted: account.details_submitted || due.length === 0,
    external_accounts: {
      object: 'list',
      data: external.slice(0, 10),
      has_more: external.length > 10,
      url: `/v1/accounts/${account.id}/external_accounts`,
    },
    ...(account.business_type === 'individual' && person && { individual: person }),
    payouts_enabled: external.length > 0 && (active('card_payments') || active('transfers')),
    requirements,
    future_requirements: {
      ...requirements,
      currently_due: [],
      eventually_due: [],
      past_due: [],
      disabled_reason: null,
    },
  } as Partial<Account>)
}
