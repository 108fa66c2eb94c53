import type { CallFacts } from '../../../../src/engine/kit.js'
import type { SalesforceWorld } from '../../world.js'
import { assertionKey } from '../assertion-key.js'
import { required } from '../client.js'
import { oauthError } from '../errors.js'
import { isSignedBy, type Jwt, parseJwt } from '../jwt.js'
import { instanceUrl } from '../origins.js'
import type { GrantHandler } from './grant.js'

const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com']
/** An assertion may not be good for longer, by the caller's own clock, in seconds. @unverified: documents say three to five minutes */
const LONGEST = 5 * 60
/** How far clocks may be apart, in seconds. */
const SKEW = 60

/**
 * A server proves who it is with an RS256 assertion: `iss` client id, `sub` user name, `aud` login host or the org's own,
 * `exp` in Unix seconds (a string will do) by the clock on the wall. The user has approved the app before.
 * @throws invalid_client_id; invalid_grant "invalid assertion", "expired assertion", "audience is invalid", "user hasn't approved this consumer" (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_jwt_flow.htm (read 2026-11)
 */
export const jwtBearer: GrantHandler = ({ form, call }, world) => {
  const jwt = parseJwt(required(form, 'assertion'))
  if (!jwt) throw oauthError('assertionInvalid')
  const app = world.oauth.apps.find(String(jwt.claims.iss ?? ''))
  if (!app) throw oauthError('clientUnknown')
  if (!app.flows.includes('jwt_bearer')) throw oauthError('grantDisabled')
  const keys = [...app.certificates, assertionKey(app).publicPem]
  if (!keys.some((pem) => isSignedBy(jwt, pem))) throw oauthError('assertionInvalid')
  checkAudience(jwt, world, call)
  checkExpiry(jwt, call)
  const login = world.rights.byUsername(String(jwt.claims.sub ?? jwt.claims.prn ?? ''))
  if (!login) throw oauthError('userUnapproved')
  if (!login.active) throw oauthError('userInactive')
  if (!app.preauthorized && !world.oauth.hasApproved(app.id, login.id)) throw oauthError('userUnapproved')
  const scopes = app.scopes.filter((scope) => scope !== 'refresh_token' && scope !== 'offline_access')
  return { app, user: login.id, scopes, refreshable: false }
}

function checkAudience({ claims }: Jwt, world: SalesforceWorld, call: CallFacts): void {
  const accepted = [...LOGIN_HOSTS, `https://${world.oauth.org.myDomain}`, call.origin, instanceUrl(call, world)]
  const given = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  const fits = given.some((aud) => accepted.includes(String(aud).replace(/\/(?:services\/oauth2\/token)?$/, '')))
  if (!fits) throw oauthError('audienceInvalid')
}

function checkExpiry({ claims }: Jwt, call: CallFacts): void {
  const expires = Number(claims.exp)
  const now = call.wallTime / 1000
  if (claims.exp === undefined || !Number.isFinite(expires)) throw oauthError('assertionInvalid')
  if (expires + SKEW <= now) throw oauthError('assertionExpired')
  if (expires - SKEW > now + LONGEST) throw oauthError('assertionInvalid')
}
