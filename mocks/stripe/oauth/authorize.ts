import { escapeMarkup, reply } from '../../../src/engine/kit.js'
import { type Account, page } from '../api.js'
import { htmlPage } from '../pages/html.js'
import type { StripeWorld } from '../world.js'
import { applicationOf } from './application.js'
import { newCode } from './authorization-code.js'
import { type AuthorizationRequest, type Form, readRequest, textOf } from './authorization-request.js'

/** Of accounts that somebody has already, this many are offered. */
const OFFERED = 10

/**
 * The page on which the owner of a Standard account lets the platform in, or does not. They are asked each time, and take the account that they
 * have already, where there is one, or open another.
 * @throws invalid_redirect_uri, invalid_scope, invalid_request, unsupported_response_type, an unknown client (400)
 * @source https://docs.stripe.com/connect/oauth-reference (read 2026-11); @unverified that it looks like Stripe's own
 */
export const authorize = page('GET /oauth/authorize', ({ query }, world: StripeWorld) =>
  show(readRequest(query, 'standard', world), world),
)

/** The same for an Express account. @source https://docs.stripe.com/connect/oauth-reference (read 2026-11) */
export const authorizeExpress = page('GET /express/oauth/authorize', ({ query }, world: StripeWorld) =>
  show(readRequest(query, 'express', world), world),
)

/**
 * What the person chose; a test may post `outcome=connect` (with an `account` that they have already) or `outcome=refuse` by itself, to the address
 * of the page. Both lead to the `redirect_uri`: with a code, or with access_denied.
 * @throws those of the page  @source https://docs.stripe.com/connect/oauth-reference (read 2026-11)
 */
export const answerAuthorize = page('POST /oauth/authorize', ({ query, body }, world: StripeWorld) =>
  answer(readRequest(query, 'standard', world), body, world),
)

/** The same for an Express account. @source https://docs.stripe.com/connect/oauth-reference (read 2026-11) */
export const answerExpressAuthorize = page('POST /express/oauth/authorize', ({ query, body }, world: StripeWorld) =>
  answer(readRequest(query, 'express', world), body, world),
)

function show(request: AuthorizationRequest, world: StripeWorld) {
  const rows = {
    Application: world.application,
    Access: request.scope === 'read_only' ? 'to read' : 'to read and write',
    'Then to': request.redirectUri,
  }
  const facts = Object.entries(rows).map(([name, value]) => `<dt>${name}</dt><dd>${escapeMarkup(value)}</dd>`)
  // The forms go to the page's own address, with all that was asked in it.
  const known = offered(request, world).map(
    ({ id, email }) =>
      `<form method="post"><input type="hidden" name="outcome" value="connect"><button class="go" name="account" value="${escapeMarkup(id)}">Connect ${escapeMarkup(email ?? id)}</button></form>`,
  )
  return htmlPage(
    'Connect test page',
    `<p><strong>${escapeMarkup(applicationOf(world).name)}</strong> asks to be let into your account.</p>
<dl>${facts.join('')}</dl>${known.join('')}
<form method="post"><button class="go" name="outcome" value="connect">Connect a new account</button><button class="stop" name="outcome" value="refuse">Refuse</button></form>`,
  )
}

function answer(request: AuthorizationRequest, body: unknown, world: StripeWorld) {
  const form = (body ?? {}) as Form
  const outcome = textOf(form, 'outcome')
  if (outcome === 'refuse') {
    return sendBack(request, { error: 'access_denied', error_description: 'The user denied your request' })
  }
  const account = textOf(form, 'account') ?? null
  const theirs = account === null || owned(request, world).some(({ id }) => id === account)
  if (outcome !== 'connect' || !theirs) {
    const said =
      outcome === 'connect'
        ? '<p>There is no such account to connect.</p>'
        : '<p>Send <code>outcome=connect</code> or <code>outcome=refuse</code>.</p>'
    return htmlPage('That was no answer', said, 400)
  }
  const { scope, prefill, capabilities } = request
  const code = newCode(world, { scope, account, prefill, capabilities })
  return sendBack(request, { ...(scope !== 'express' && { scope }), code: code.id })
}

function offered(request: AuthorizationRequest, world: StripeWorld): Account[] {
  return owned(request, world).slice(-OFFERED)
}

/** Accounts of that kind whose owners have been here before, connected or not. */
function owned({ type }: AuthorizationRequest, world: StripeWorld): Account[] {
  const connected = world.connections.all().flatMap(({ id }) => world.accounts.find(id) ?? [])
  return [...world.disconnectedAccounts.all(), ...connected].filter((account) => account.type === type)
}

function sendBack({ redirectUri, state }: AuthorizationRequest, fields: Readonly<Record<string, string>>) {
  const back = new URL(redirectUri)
  for (const [name, value] of Object.entries({ ...fields, ...(state !== undefined && { state }) })) {
    back.searchParams.set(name, value)
  }
  const headers = { Location: back.href, 'Referrer-Policy': 'no-referrer' }
  return reply({ status: 303, headers, body: '', contentType: 'text/plain' })
}
