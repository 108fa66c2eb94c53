import type { Row } from '../../../src/engine/kit.js'
import { escapeMarkup } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { hidden, htmlPage, redirect, textOf } from '../pages/html.js'
import type { MailchimpWorld } from '../world.js'

/** A code, good once; its id is the code. */
export interface OAuthCode extends Row {
  readonly redirectUri: string
  /** Unix milliseconds on the world's clock. */
  readonly expiresAt: number
}

/** @unverified */
const CODE_LIFETIME = 30 * 60_000

/**
 * Where a person's browser is sent to log in. There are no scopes: whoever agrees gives the whole account.
 * @source https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/ (read 2026-11); @unverified wording of errors
 */
export const authorize = page('GET /oauth2/authorize', ({ query }, world) => {
  const redirectUri = textOf(query, 'redirect_uri')
  if (textOf(query, 'client_id') !== world.oauthApp.id) return refused('invalid_client', 'Invalid client id.')
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(redirectUri))
    return refused('redirect_uri_mismatch', 'The redirect_uri is no URL.')
  if (textOf(query, 'response_type') !== 'code') {
    return redirect(backTo(redirectUri, { error: 'unsupported_response_type', state: textOf(query, 'state') }))
  }
  const fields = { client_id: world.oauthApp.id, redirect_uri: redirectUri, state: textOf(query, 'state') }
  return htmlPage({
    title: 'Log in to Mailchimp',
    leadsTo: redirectUri,
    body: `<p><strong>${escapeMarkup(world.oauthApp.name)}</strong> wants to use the account ${escapeMarkup(world.account.name)}.</p>
<form method="post" action="/oauth2/authorize-post">${hidden(fields)}
<button name="answer" value="allow">Allow</button><button class="wrong" name="answer" value="deny">Deny</button></form>`,
  })
})

/** A person's answer: a code, or no. @source https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/ (read 2026-11) */
export const answer = page('POST /oauth2/authorize-post', ({ body }, world) => {
  const redirectUri = textOf(body, 'redirect_uri')
  const state = textOf(body, 'state')
  if (textOf(body, 'client_id') !== world.oauthApp.id) return refused('invalid_client', 'Invalid client id.')
  if (textOf(body, 'answer') !== 'allow') return redirect(backTo(redirectUri, { error: 'access_denied', state }))
  return redirect(backTo(redirectUri, { code: newCode(world, redirectUri), state }))
})

function newCode(world: MailchimpWorld, redirectUri: string): string {
  const id = world.port.random.hex(32)
  world.codes.insert({ id, redirectUri, expiresAt: world.port.now() + CODE_LIFETIME })
  world.port.claim(id)
  return id
}

function backTo(uri: string, answerFields: Readonly<Record<string, string>>): string {
  const said = new URLSearchParams(Object.entries(answerFields).filter(([, value]) => value !== '')).toString()
  return `${uri}${uri.includes('?') ? '&' : '?'}${said}`
}

function refused(error: string, description: string) {
  return htmlPage({
    title: 'This app cannot be let in',
    status: 400,
    body: `<p class="wrong">${escapeMarkup(error)}: ${escapeMarkup(description)}</p>`,
  })
}
