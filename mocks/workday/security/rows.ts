import type { Row } from '../../../src/engine/kit.js'

/** What a group may do in a domain: read or write through an integration, look or change through a task. */
export type Permission = 'Get' | 'Put' | 'View' | 'Modify'

/** What a secret was before it was rolled, and how long that still holds, in Unix milliseconds. */
export interface Former {
  readonly secret: string
  readonly until: number
}

/** An account that may sign in: an integration system user, or a worker's own. The id is the user name. */
export interface AccountRow extends Row {
  readonly password: string
  readonly former?: Former
  readonly kind: 'integration' | 'worker'
  /** WID, of a worker's own account. */
  readonly worker?: string
  readonly disabled: boolean
  /** Ids of the security groups it is in. */
  readonly groups: readonly string[]
}

/** An integration system security group. The id is its name. */
export interface GroupRow extends Row {
  /** WIDs of the organizations that a constrained group sees, with all below them; absent: unconstrained. */
  readonly organizations?: readonly string[]
}

/** A grant of a domain security policy. The id is `domain\0group`. */
export interface PolicyRow extends Row {
  readonly domain: string
  readonly group: string
  readonly permissions: readonly Permission[]
  /** A change waits until the pending changes are activated, which is often forgotten. */
  readonly active: boolean
}

/** An API client for integrations. The id is its client id. */
export interface ClientRow extends Row {
  readonly secret: string
  readonly former?: Former
  readonly name: string
  /** Functional areas. */
  readonly scopes: readonly string[]
  readonly redirectUris: readonly string[]
  /** PEM of the certificate or key that its JWT assertions are signed with. */
  readonly publicKey?: string
  readonly disabled: boolean
}

/** An access or refresh token. The id is the token. */
export interface TokenRow extends Row {
  readonly kind: 'access' | 'refresh'
  readonly client: string
  /** User name. */
  readonly user: string
  readonly scopes: readonly string[]
  /** Unix milliseconds; absent: it does not expire. */
  readonly expires?: number
  readonly revoked: boolean
}

/** An authorization code that waits to be exchanged. The id is the code. */
export interface CodeRow extends Row {
  readonly client: string
  /** User name. */
  readonly user: string
  readonly redirectUri: string
  /** PKCE, S256. */
  readonly challenge?: string
  /** Unix milliseconds. */
  readonly expires: number
}
