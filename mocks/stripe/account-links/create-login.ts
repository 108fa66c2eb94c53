import { accountWorld } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { pagesOrigin } from '../pages/origin.js'

/**
 * Makes a link to the Express Dashboard of a connected account.
 * @throws account_invalid (403), an account without that dashboard, one that was not onboarded (400) @unverified wording
 * @source https://docs.stripe.com/api/accounts/login_link/create (read 2026-11-24)
 */
export const createLoginLink = behaviour('POST /v1/accounts/{account}/login_links', ({ params, call }, world) => {
  const { account } = accountWorld(world, params.account)
  if (account.controller?.stripe_dashboard?.type !== 'express') {
    throw invalidRequest(`Cannot create a login link for ${account.id}, which has no Express Dashboard.`)
  }
  if (!account.details_submitted) {
    throw invalidRequest('Cannot create a login link for an account that has not completed onboarding.')
  }
  const id = world.port.random.base62(12)
  world.onboardings.insert({
    id,
    account: account.id,
    refreshUrl: null,
    returnUrl: null,
    expires: world.now() + 300,
    used: false,
  })
  world.port.claim(id)
  const origin = pagesOrigin(call).replace('hooks.stripe.com', 'connect.stripe.com')
  return { object: 'login_link' as const, created: world.now(), url: `${origin}/express/${account.id}/${id}` }
})
