import type { StripeWorld } from '../world.js'
import { redirectUriOf } from './application.js'
import type { AccessScope } from './connection.js'
import { oauthError } from './errors.js'
import type { Prefill } from './open-account.js'

export type Form = Readonly<Record<string, unknown>>

/** What a platform asks of the owner of an account. */
export interface AuthorizationRequest {
  readonly type: 'standard' | 'express'
  readonly redirectUri: string
  readonly scope: AccessScope
  readonly state: string | undefined
  readonly prefill: Prefill
  readonly capabilities: readonly string[]
}

/**
 * Reads an address of the page. The client id has led to the world already. What only helps the person (`stripe_landing`, `always_prompt`) changes nothing.
 * @throws invalid_redirect_uri, invalid_scope, invalid_request, unsupported_response_type (400), told and not sent back
 * @source https://docs.stripe.com/connect/oauth-reference (read 2026-11); the sentence of invalid_redirect_uri as quoted in an issue of 2013,
 * https://github.com/isaacsanders/omniauth-stripe-connect/issues/18; @unverified the other sentences
 */
export function readRequest(query: Form, type: 'standard' | 'express', world: StripeWorld): AuthorizationRequest {
  const state = textOf(query, 'state')
  const asked = textOf(query, 'redirect_uri')
  const redirectUri = redirectUriOf(world, asked)
  if (redirectUri === undefined) throw wrongRedirect(asked, state)
  const responseType = textOf(query, 'response_type')
  if (responseType === undefined) throw oauthError('invalid_request', 'No response_type was provided', state)
  if (responseType !== 'code') {
    throw oauthError('unsupported_response_type', `Unsupported response_type: ${responseType.slice(0, 100)}`, state)
  }
  return {
    type,
    redirectUri,
    scope: scopeOf(query, type, state),
    state,
    prefill: textsOf(query.stripe_user),
    capabilities: Object.values(textsOf(query.suggested_capabilities)),
  }
}

function wrongRedirect(asked: string | undefined, state: string | undefined) {
  const message =
    asked === undefined
      ? 'No redirect URI was provided, and none is set in your application settings'
      : `Invalid redirect URI '${asked.slice(0, 500)}'. Ensure this uri exactly matches one of the uris specified in your application settings`
  return oauthError('invalid_redirect_uri', message, state)
}

/** An Express account knows no other scope. */
function scopeOf(query: Form, type: AuthorizationRequest['type'], state: string | undefined): AccessScope {
  if (type === 'express') return 'express'
  const scope = textOf(query, 'scope') ?? 'read_only'
  if (scope === 'read_write' || scope === 'read_only') return scope
  throw oauthError('invalid_scope', `Invalid scope: ${scope.slice(0, 100)}`, state)
}

export function textOf(form: Form, name: string): string | undefined {
  const value = form[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The texts of a list or of a set of fields; whatever else stands there is passed over. */
function textsOf(value: unknown): Prefill {
  if (typeof value !== 'object' || value === null) return {}
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}
