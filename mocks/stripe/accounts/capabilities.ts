import { behaviour } from '../api.js'
import { missing } from '../errors.js'
import { capabilityLifecycle, capabilityOf, statusOf } from './capability.js'
import { accountWorld, afterChange } from './connected.js'
import { requestCapabilities } from './create.js'

/** @throws account_invalid (403) @source https://docs.stripe.com/api/capabilities/list (read 2026-11-24) */
export const listCapabilities = behaviour('GET /v1/accounts/{account}/capabilities', ({ params }, world) => {
  const { account } = accountWorld(world, params.account)
  const names = Object.keys(account.capabilities ?? {}).sort()
  return {
    object: 'list' as const,
    data: names.map((name) => capabilityOf(account, name, account.created ?? null)),
    has_more: false,
    url: `/v1/accounts/${account.id}/capabilities`,
  }
})

const NAMES = /^(?:[a-z0-9]+_)+(?:payments|transfers|issuing|distribution|k|misc)$|^(?:transfers|treasury)$/

/** @throws account_invalid (403), resource_missing (404) @source https://docs.stripe.com/api/capabilities/retrieve (read 2026-11-24) */
export const retrieveCapability = behaviour(
  'GET /v1/accounts/{account}/capabilities/{capability}',
  ({ params }, world) => {
    const { account } = accountWorld(world, params.account)
    if (!NAMES.test(params.capability)) throw missing('capability', params.capability, 'capability', true)
    return capabilityOf(account, params.capability, account.created ?? null)
  },
)

/**
 * Asks for a capability, or does without it from now on.
 * @throws account_invalid (403), resource_missing (404)  @emits account.updated, capability.updated
 * @source https://docs.stripe.com/api/capabilities/update (read 2026-11-24)
 */
export const updateCapability = behaviour(
  'POST /v1/accounts/{account}/capabilities/{capability}',
  ({ params, body = {} }, world) => {
    const own = accountWorld(world, params.account)
    const { capability: name } = params
    if (!NAMES.test(name)) throw missing('capability', name, 'capability', true)
    const before = own.account
    const wish = body.requested === false ? 'unrequest' : 'request'
    if (body.requested !== undefined && capabilityLifecycle.allows(statusOf(before, name), wish)) {
      requestCapabilities(own, { [name]: { requested: body.requested } })
      afterChange(own, before)
    }
    return capabilityOf(own.account, name, before.created ?? null)
  },
)
