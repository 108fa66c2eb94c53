import type { SecureContext } from 'node:tls'

/** Where a door gets its certificates from. Asked at a handshake, never at start, so that plain use pays nothing. */
export interface TlsProvider {
  /**
   * The key and certificate to answer with.
   * @param servername the SNI name the client sent; undefined where it sent none (it connected to an IP address)
   */
  contextFor(servername: string | undefined): Promise<SecureContext>
}
