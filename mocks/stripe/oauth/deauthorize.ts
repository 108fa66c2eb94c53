import { behaviour } from '../api.js'
import { disconnect } from './connection.js'
import { oauthError } from './errors.js'

/**
 * Ends the application's access to a Standard account: its tokens are good no more, and `Stripe-Account` is refused.
 * @throws invalid_request (400), invalid_client (401)  @emits account.application.deauthorized
 * @source https://docs.stripe.com/connect/oauth-reference (read 2026-11); "not connected" as Stripe's own libraries have it in their tests;
 * @unverified the other sentences, that `no_deauth_on_controlled_account` is no code but stands in one, and that a Standard account that the platform
 * made can be let go
 */
export const deauthorize = behaviour('POST /oauth/deauthorize', ({ body = {} }, world) => {
  const { client_id: client, stripe_user_id: id } = body
  for (const param of ['client_id', 'stripe_user_id'] as const) {
    if (!body[param]) throw oauthError('invalid_request', `No ${param} was provided`)
  }
  if (world.port.scope !== '' || client !== world.application) {
    throw oauthError('invalid_client', `The application ${client?.slice(0, 100)} does not belong to you`)
  }
  const account = world.accounts.find(id ?? '')
  if (!account || account.id === world.account.id) {
    const message = `This application is not connected to stripe account ${id?.slice(0, 100)}, or that account does not exist.`
    throw oauthError('invalid_client', message)
  }
  if (account.type !== 'standard') {
    const message = `no_deauth_on_controlled_account: the account ${account.id} is controlled by your platform; reject it instead`
    throw oauthError('invalid_client', message)
  }
  disconnect(world, account)
  return { stripe_user_id: account.id }
})
