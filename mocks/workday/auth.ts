import type { Call, Caller, Credential, CredentialRules, VendorError } from '../../src/engine/kit.js'
import { notAuthorised, unauthenticated } from './errors.js'
import { placeOf, tenantOf } from './place.js'
import { mayCall } from './security/access.js'
import { claimsOf, credentialsOf, credentialText } from './security/find.js'
import { holders } from './security/holders.js'
import { mintCredentials } from './security/mint.js'
import { renewCredentials } from './security/renew.js'
import { holds, ROLLS, retiredCredentials, rollCredential } from './security/roll.js'
import type { WorkdayWorld } from './world.js'

export interface WorkdayCaller extends Caller {
  /** User name. */
  readonly user: string
  /** Functional areas of the token; absent for a user and password, which have none. */
  readonly scopes?: readonly string[]
  /** The API client that the token was given to. */
  readonly client?: string
}

export const credentials: CredentialRules<WorkdayWorld> = {
  find: (call) => credentialText(credentialsOf(call)),
  claims: (call) => claimsOf(call),
  authenticate: (call, world) => authenticate(call, world),
  authorise: (call, caller, world) => authorise(call, caller as WorkdayCaller, world),
  mint: (world) => mintCredentials(world),
  renew: (world) => renewCredentials(world),
  list: (world) => listCredentials(world),
  owner: (world) => ({ authorization: `Bearer ${world.minted.find('tenant')?.ownerToken ?? ''}` }),
  rolls: () => ROLLS,
  roll: (variable, overlap, world) => rollCredential(variable, overlap, world),
  retired: (world) => retiredCredentials(world),
  holders: (world) => holders(world),
}

/** Who calls a behaviour that asks for a credential. */
export function callerOf(call: { readonly caller: Caller | undefined }): WorkdayCaller {
  return call.caller as WorkdayCaller
}

/**
 * A token on every face; a user and password for SOAP and reports only.
 * @throws 401 in REST's form, `invalid username or password` as a SOAP fault @unverified the wording of REST's
 * @source facts B2, B4 (read 2026-11-23)
 */
function authenticate(call: Call, world: WorkdayWorld): WorkdayCaller {
  const refused: VendorError = unauthenticated(call)
  const found = credentialsOf(call)
  if (!found || tenantOf(call.path) !== world.tenant) throw refused
  const { accounts, tokens } = world.security
  if (found.kind === 'bearer') {
    const token = tokens.find(found.token)
    const over = token?.expires !== undefined && token.expires <= world.now()
    if (token?.kind !== 'access' || token.revoked || over || accounts.find(token.user)?.disabled !== false)
      throw refused
    return { user: token.user, scopes: token.scopes, client: token.client, scope: '' }
  }
  const place = placeOf(call)
  const account = accounts.find(found.user)
  const inPlace = place === 'soap' || place === 'report'
  if (!inPlace || !account || account.disabled || !holds(account, found.password, world, call)) throw refused
  if (found.tenant !== undefined && found.tenant !== world.tenant) throw refused
  return { user: found.user, scope: '' }
}

/** @throws 403, or the fault that the task is not authorized @source facts A6, B3 */
function authorise(call: Call, caller: WorkdayCaller, world: WorkdayWorld): void {
  const permission = call.exchange.method === 'GET' ? 'Get' : 'Put'
  if (call.operation && !mayCall(world, caller, call.operation.key, permission, call)) throw notAuthorised(call)
}

function listCredentials(world: WorkdayWorld): readonly Credential[] {
  const minted = world.minted.find('tenant')
  const client = minted && world.security.clients.find(minted.clientId)
  if (!minted || !client) return []
  const [account] = world.security.accounts.all()
  return [
    {
      label: 'address',
      variable: 'WORKDAY_BASE_URL',
      value: 'https://wd2-impl-services1.workday.com',
      secret: false,
      address: true,
    },
    { label: 'tenant', variable: 'WORKDAY_TENANT', value: minted.name, secret: false },
    { label: 'integration user', variable: 'WORKDAY_USERNAME', value: `${account?.id}@${minted.name}`, secret: false },
    { label: 'its password', variable: 'WORKDAY_PASSWORD', value: account?.password ?? '', secret: true },
    { label: 'API client', variable: 'WORKDAY_CLIENT_ID', value: client.id, secret: false },
    { label: 'its secret', variable: 'WORKDAY_CLIENT_SECRET', value: client.secret, secret: true },
    { label: 'refresh token', variable: 'WORKDAY_REFRESH_TOKEN', value: minted.refreshToken, secret: true },
    { label: 'access token', variable: 'WORKDAY_ACCESS_TOKEN', value: minted.accessToken, secret: true },
  ]
}
