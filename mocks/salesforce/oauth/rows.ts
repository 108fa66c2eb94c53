import type { Row } from '../../../src/engine/kit.js'

/** An access token; its id is the token. Times in Unix milliseconds on the world's clock. */
export interface Session extends Row {
  readonly userId: string
  /** The connected app, or null for a login without one (SOAP). */
  readonly app: string | null
  readonly scopes: readonly string[]
  readonly issuedAt: number
  /** Moves on with use, by the session policy. */
  readonly expiresAt: number
  readonly revoked: boolean
  /** The refresh token that it came of: revoking that one ends this. */
  readonly refresh: string | null
}

/** A refresh token; its id is the token. */
export interface RefreshToken extends Row {
  readonly user: string
  readonly app: string
  readonly scopes: readonly string[]
  readonly issuedAt: number
  readonly revoked: boolean
}

/** A code, good once within fifteen minutes; its id is the code. */
export interface AuthorizationCode extends Row {
  readonly user: string
  readonly app: string
  readonly scopes: readonly string[]
  readonly redirectUri: string
  /** SHA-256 in base64url. */
  readonly codeChallenge: string | null
  readonly nonce: string | null
  readonly expiresAt: number
  readonly used: boolean
}

/** A person on the way through login and consent. */
export interface PendingAuthorization extends Row {
  readonly app: string
  readonly responseType: 'code' | 'token'
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly state: string | null
  readonly codeChallenge: string | null
  readonly nonce: string | null
  readonly prompt: readonly string[]
  readonly loginHint: string | null
  /** Who logged in; null until then. */
  readonly user: string | null
}

/** A device that waits for a person; its id is the device code. */
export interface DeviceLogin extends Row {
  readonly userCode: string
  readonly app: string
  readonly scopes: readonly string[]
  readonly expiresAt: number
  readonly polledAt: number | null
  readonly state: 'pending' | 'allowed' | 'denied' | 'used'
  readonly user: string | null
}

/** That a user has said yes to an app; its id is `<app> <user>`. */
export type Approval = Row
