import type { Row } from '../../../src/engine/kit.js'

export type Flow =
  | 'web_server'
  | 'user_agent'
  | 'client_credentials'
  | 'jwt_bearer'
  | 'refresh_token'
  | 'password'
  | 'device'

export const FLOWS: readonly Flow[] = [
  'web_server',
  'user_agent',
  'client_credentials',
  'jwt_bearer',
  'refresh_token',
  'password',
  'device',
]

/** A connected app. Its id is the consumer key, which OAuth calls client id. */
export interface ConnectedApp extends Row {
  readonly name: string
  readonly secret: string
  /** Exact, or with any port where the host is loopback. */
  readonly callbacks: readonly string[]
  readonly scopes: readonly string[]
  readonly flows: readonly Flow[]
  /** Whom client credentials act for: a user's id. */
  readonly runAs: string | null
  /** PEM of certificates or public keys that sign assertions. */
  readonly certificates: readonly string[]
  /** What the key pair is made from that tests sign with. */
  readonly keySeed: string
  readonly requirePkce: boolean
  /** "Require Secret for Web Server Flow": without it a public client needs none. */
  readonly requireSecret: boolean
  /** A refresh token is good once, and each use gives another. */
  readonly rotateRefreshTokens: boolean
  /** "Admin approved users are pre-authorized": nobody is asked for consent. */
  readonly preauthorized: boolean
}

/** Whether an app may send people back to a URL. A loopback one may have any port, as native apps need (RFC 8252, 7.3). */
export function allowsCallback(app: ConnectedApp, url: string): boolean {
  return app.callbacks.some(
    (callback) => callback === url || withoutLoopbackPort(callback) === withoutLoopbackPort(url),
  )
}

function withoutLoopbackPort(url: string): string {
  return url.replace(/^(https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])):\d+/, '$1')
}
