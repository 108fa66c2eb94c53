import type { SecureContext } from 'node:tls'

/** A private key and its certificate, with what stands between that and the root appended; both PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** What can be wrong with a server's certificate, for rehearsing it. */
export type Flaw = 'expired' | 'not-yet-valid' | 'wrong-host' | 'untrusted'

/** Where a door gets its certificates from. Asked at a handshake, never at start, so that plain use pays nothing. */
export interface TlsProvider {
  /** For a client that names the host it wants (SNI). Rejects where that host gets no certificate. */
  contextFor(servername: string, flaw?: Flaw): Promise<SecureContext>
  /** For a client that names none, since it connected to an IP address. Asked once for each flaw. */
  defaultCertificate(flaw?: Flaw): Promise<Certificate>
}
