import { accountWorld } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { pagesOrigin } from '../pages/origin.js'

/** Seconds for which a link can be opened. @source https://docs.stripe.com/api/account_links (read 2026-11-24): a few minutes; @unverified five */
const LASTS = 300

/**
 * Makes a link to a page on which the owner of a connected account tells what Stripe asks for.
 * @throws account_invalid (403), parameter_missing, one's own account (400) @unverified wording
 * @source https://docs.stripe.com/api/account_links/create (read 2026-11-24)
 */
export const createAccountLink = behaviour('POST /v1/account_links', ({ body, call }, world) => {
  const own = accountWorld(world, body.account)
  if (own.port.scope === '')
    throw invalidRequest('You cannot create account links for your own account.', { param: 'account' })
  for (const param of ['refresh_url', 'return_url'] as const) {
    if (body[param] !== undefined) continue
    throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  const expires = world.now() + LASTS
  const link = world.onboardings.insert({
    id: world.port.random.base62(12),
    account: own.account.id,
    refreshUrl: body.refresh_url ?? null,
    returnUrl: body.return_url ?? null,
    expires,
    used: false,
  })
  world.port.claim(link.id)
  const origin = pagesOrigin(call).replace('hooks.stripe.com', 'connect.stripe.com')
  return {
    object: 'account_link' as const,
    created: world.now(),
    expires_at: expires,
    url: `${origin}/setup/s/${own.account.id}/${link.id}`,
  }
})
