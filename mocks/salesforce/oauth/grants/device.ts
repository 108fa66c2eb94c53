import type { CallFacts } from '../../../../src/engine/kit.js'
import type { SalesforceWorld } from '../../world.js'
import { authenticateClient, type Form, required, text } from '../client.js'
import { oauthError } from '../errors.js'
import { loginUrl } from '../origins.js'
import { parseScopes } from '../scopes.js'
import { deviceCode, userCode } from '../token-formats.js'
import type { GrantHandler } from './grant.js'

/** Seconds between two questions of a device; milliseconds that a code is good for. */
const INTERVAL = 5
const LIFETIME = 10 * 60 * 1000

/**
 * A device without a browser asks for a code that its user enters elsewhere.
 * @throws invalid_client_id, unauthorized_client, invalid_scope (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_device_flow.htm (read 2026-11)
 */
export function startDevice(form: Form, call: CallFacts, world: SalesforceWorld) {
  const app = authenticateClient(world, form, call, { flow: 'device', secret: 'optional' })
  const asked = parseScopes(text(form, 'scope') ?? '')
  if (!asked?.every((scope) => app.scopes.includes(scope))) throw oauthError('scopeInvalid')
  const device = world.oauth.devices.insert({
    id: deviceCode(world.port.random),
    userCode: userCode(world.port.random),
    app: app.id,
    scopes: asked.length > 0 ? asked : app.scopes,
    expiresAt: world.port.now() + LIFETIME,
    polledAt: null,
    state: 'pending',
    user: null,
  })
  world.port.claim(device.id)
  world.port.claim(device.userCode)
  return {
    device_code: device.id,
    user_code: device.userCode,
    verification_uri: `${loginUrl(call, world)}/setup/connect`,
    interval: INTERVAL,
  }
}

/**
 * The device asks whether its user has answered.
 * @throws authorization_pending, slow_down, access_denied, invalid_grant (400)
 */
export const device: GrantHandler = ({ form, call }, world) => {
  const app = authenticateClient(world, form, call, { flow: 'device', secret: 'optional' })
  const now = world.port.now()
  const waiting = world.oauth.devices.find(required(form, 'code'))
  if (!waiting || waiting.app !== app.id || waiting.state === 'used' || now >= waiting.expiresAt) {
    throw oauthError('deviceCodeInvalid')
  }
  if (waiting.state === 'denied') throw oauthError('deviceDenied')
  if (waiting.state === 'pending' || waiting.user === null) {
    const hasty = waiting.polledAt !== null && now - waiting.polledAt < INTERVAL * 1000
    world.oauth.devices.put({ ...waiting, polledAt: now })
    return world.port.refuse(oauthError(hasty ? 'slowDown' : 'authorizationPending'))
  }
  world.oauth.devices.put({ ...waiting, state: 'used' })
  return { app, user: waiting.user, scopes: waiting.scopes, refreshable: true }
}
