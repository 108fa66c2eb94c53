import { type Account, behaviour } from '../api.js'
import { currencyOf } from '../country-currencies.js'
import { invalidRequest, notModelled } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { afterChange } from './connected.js'
import { type AccountInput, applyInput } from './connected-account.js'
import { type Controller, controllerOf } from './controller.js'

/**
 * Creates a connected account. Capabilities that are asked for become active once all that Stripe asks for is given, by the platform or on the
 * page of an account link.
 * @throws resource_missing, parameters_exclusive, routing_number_invalid, a country that there is not, an account of an account (400), account tokens (501)  @emits account.updated, capability.updated
 * @source https://docs.stripe.com/api/accounts/create (read 2026-11-24); @unverified that a Standard account needs no consent of its owner
 */
export const createAccount = behaviour('POST /v1/accounts', ({ body = {} }, world) => {
  if (world.port.scope !== '') throw invalidRequest('A connected account cannot have connected accounts of its own.')
  if (body.account_token !== undefined) throw notModelled('accounts made of an `account_token`')
  if (body.type !== undefined && body.controller !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: type, controller.', {
      code: 'parameters_exclusive',
      param: 'controller',
    })
  }
  const { type = 'standard', controller, country } = body
  checkCountry(country)
  const kind = controller === undefined ? type : 'none'
  const created = world.accounts.insert(
    newAccount(
      world,
      kind as Account['type'],
      controllerOf(kind, controller),
      country ?? world.account.country ?? 'US',
    ),
  )
  const own = world.of(created.id)
  applyInput(own, body as AccountInput)
  requestCapabilities(own, body.capabilities as AccountInput['capabilities'])
  return afterChange(own)
})

/** @throws one that is none (400) @source as quoted in issues and programs of 2019 to 2026 */
function checkCountry(country: string | undefined): void {
  if (country === undefined) return
  // It says "Unknown Region" of ZZ, and nothing of letters that nobody has.
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const name = /^[A-Z]{2}$/.test(country) ? regions.of(country) : undefined
  if (name !== undefined && name !== regions.of('ZZ')) return
  throw invalidRequest(
    `Country '${country}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US', 'EG', or 'GB'. A full list of country codes is available at https://en.wikipedia.org/wiki/ISO_3166-1_alpha-2#Officially_assigned_code_elements`,
    { param: 'country' },
  )
}

export function newAccount(
  world: StripeWorld,
  type: Account['type'],
  controller: Controller,
  country: string,
): Account {
  return {
    id: world.id('acct', 16),
    object: 'account',
    business_profile: null,
    business_type: null,
    capabilities: {},
    charges_enabled: false,
    controller,
    country,
    created: world.now(),
    default_currency: currencyOf(country),
    details_submitted: false,
    email: null,
    metadata: {},
    payouts_enabled: false,
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type,
  } as Account
}

/** Asked for, and lacking all that is due: `afterChange` looks at that. Those taken back are gone. */
export function requestCapabilities(own: StripeWorld, asked: AccountInput['capabilities']): void {
  const { account } = own
  const capabilities: Record<string, unknown> = { ...account.capabilities }
  for (const [name, wish] of Object.entries(asked ?? {})) {
    if (wish?.requested === true) capabilities[name] ??= 'inactive'
    if (wish?.requested === false) delete capabilities[name]
  }
  own.accounts.update(account.id, { capabilities } as Partial<Account>)
}
