import type { Socket } from 'node:net'
import { type SecureContext, TLSSocket } from 'node:tls'
import type { TlsProvider } from '../tls/provider.js'
import { rawSockets } from './write-outcome.js'

/**
 * Does the TLS handshake on a paused socket and hands on the secured one. A handshake that fails, or a certificate that
 * cannot be made, ends the connection and nothing else.
 * @param timeout for the whole handshake, in milliseconds
 */
export async function secure(
  socket: Socket,
  provider: TlsProvider,
  timeout: number,
  secured: (socket: TLSSocket) => void,
): Promise<void> {
  const timer = setTimeout(() => socket.destroy(), timeout)
  socket.once('close', () => clearTimeout(timer))
  let secureContext: SecureContext
  try {
    // For clients that send no SNI name, which the callback below is not asked about.
    secureContext = await provider.contextFor(undefined)
  } catch {
    socket.destroy()
    return
  }
  if (socket.destroyed) return
  const tlsSocket = new TLSSocket(socket, {
    isServer: true,
    secureContext,
    ALPNProtocols: ['h2', 'http/1.1'],
    SNICallback: (servername, callback) => {
      provider.contextFor(servername).then(
        (context) => callback(null, context),
        (error: Error) => callback(error),
      )
    },
  })
  rawSockets.set(tlsSocket, socket)
  tlsSocket.on('error', () => socket.destroy())
  tlsSocket.once('secure', () => {
    clearTimeout(timer)
    secured(tlsSocket)
  })
}
