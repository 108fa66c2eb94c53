import type { Socket } from 'node:net'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import type { Flaw, TlsProvider } from '../tls/provider.js'
import { rawSockets } from './write-outcome.js'

/**
 * Gives a function that does the TLS handshake on a paused socket. A handshake that fails, or a certificate that cannot
 * be made, ends that connection and nothing else.
 * @param timeout for the whole handshake, in milliseconds
 * @param secured is called with each socket whose handshake succeeded
 * @param flawOf is asked at each connection what shall be wrong with its certificate
 */
export function handshaker(
  provider: TlsProvider,
  timeout: number,
  secured: (socket: TLSSocket) => void,
  flawOf: () => Flaw | undefined = () => undefined,
) {
  // Each flaw has a server of its own: a session of another one cannot be resumed there, which would show no certificate at all.
  const servers = new Map<Flaw | undefined, Promise<Server>>()
  const underway = new Map<string, Socket>()
  const make = async (flaw: Flaw | undefined) => {
    const server = createServer({
      ...(await provider.defaultCertificate(flaw)),
      ALPNProtocols: ['h2', 'http/1.1'],
      handshakeTimeout: timeout,
      SNICallback: (servername, callback) => {
        provider.contextFor(servername, flaw).then(
          (context) => callback(null, context),
          (error: Error) => callback(error),
        )
      },
    })
    server.on('secureConnection', (socket) => {
      const raw = underway.get(peerOf(socket))
      if (raw !== undefined) rawSockets.set(socket, raw)
      secured(socket)
    })
    server.on('tlsClientError', (_error, socket) => socket.destroy())
    return server
  }
  return async (socket: Socket): Promise<void> => {
    const flaw = flawOf()
    try {
      const making = servers.get(flaw) ?? make(flaw)
      servers.set(flaw, making)
      const server = await making
      if (socket.destroyed) return
      // Node does not say which TCP socket is under a secured one; the other end's port does.
      const peer = peerOf(socket)
      underway.set(peer, socket)
      socket.once('close', () => underway.delete(peer))
      server.emit('connection', socket)
    } catch {
      // The next connection tries again.
      servers.delete(flaw)
      socket.destroy()
    }
  }
}

function peerOf(socket: Socket): string {
  return `${socket.remoteAddress} ${socket.remotePort}`
}
