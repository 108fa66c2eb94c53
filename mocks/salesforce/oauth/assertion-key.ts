import type { ConnectedApp } from './connected-app.js'
import { type KeyPair, keyPairOf } from './rsa.js'

/** The pair that tests sign assertions for an app with. Its public half counts beside the certificates of the configuration. */
export function assertionKey(app: ConnectedApp): KeyPair {
  return keyPairOf(app.keySeed)
}
