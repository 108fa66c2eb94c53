import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { accountWorld, afterChange } from './connected.js'
import { type AccountInput, applyInput } from './connected-account.js'
import { requestCapabilities } from './create.js'

/**
 * Updates a connected account. What Stripe asks for is looked at anew.
 * @throws account_invalid (403), resource_missing, routing_number_invalid, one's own account (400) @unverified wording
 * @emits account.updated, capability.updated  @source https://docs.stripe.com/api/accounts/update (read 2026-11-24)
 */
export const updateAccount = behaviour('POST /v1/accounts/{account}', ({ params, body = {} }, world) => {
  const own = accountWorld(world, params.account)
  if (own.port.scope === '') {
    throw invalidRequest('You cannot perform this request as you do not have access to update your own account by API.')
  }
  const before = own.account
  applyInput(own, body as AccountInput)
  requestCapabilities(own, body.capabilities as AccountInput['capabilities'])
  return afterChange(own, before)
})
