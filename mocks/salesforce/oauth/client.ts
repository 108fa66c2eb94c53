import type { CallFacts } from '../../../src/engine/kit.js'
import type { SalesforceWorld } from '../world.js'
import type { ConnectedApp, Flow } from './connected-app.js'
import { oauthError } from './errors.js'
import { isSecretOf } from './retired-secrets.js'

/** What a form says; values given twice are not text. */
export type Form = Readonly<Record<string, unknown>>

export function text(form: Form, name: string): string | undefined {
  const value = form[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** @throws invalid_request where the parameter is missing */
export function required(form: Form, name: string): string {
  const value = text(form, name)
  if (value === undefined) throw oauthError('parameterMissing', name)
  return value
}

/** Client id and secret, from the form or from HTTP Basic. */
export function clientCredentials(form: Form, call: Pick<CallFacts, 'header'>): { id?: string; secret?: string } {
  const basic = /^basic\s+(\S+)$/i.exec(call.header('authorization') ?? '')?.[1]
  if (basic !== undefined) {
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(/:(.*)/s)
    return { id: decoded(id), secret: decoded(secret) }
  }
  const id = text(form, 'client_id')
  const secret = text(form, 'client_secret')
  return { ...(id !== undefined && { id }), ...(secret !== undefined && { secret }) }
}

/** RFC 6749 has both parts form-encoded, and clients that do not encode them are understood all the same. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * The app that calls, whose flow this has to be.
 * @param secret `required`, or `optional`: then a wrong one is refused, a missing one is not
 * @throws invalid_client_id, invalid_client, unauthorized_client (400)
 */
export function authenticateClient(
  world: SalesforceWorld,
  form: Form,
  call: CallFacts,
  { flow, secret }: { readonly flow?: Flow; readonly secret: 'required' | 'optional' },
): ConnectedApp {
  const given = clientCredentials(form, call)
  if (given.id === undefined) throw oauthError('clientMissing')
  const app = world.oauth.apps.find(given.id)
  if (!app) throw oauthError('clientUnknown')
  if (given.secret === undefined ? secret === 'required' : !isSecretOf(world, app, given.secret)) {
    throw oauthError('clientSecretWrong')
  }
  if (flow !== undefined && !app.flows.includes(flow)) throw oauthError('grantDisabled')
  return app
}
