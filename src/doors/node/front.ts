import type { Socket } from 'node:net'

/** The first byte of a TLS record that carries a handshake. No HTTP request starts with it. */
const TLS_HANDSHAKE = 0x16

interface FrontTargets {
  readonly plain: (socket: Socket) => void
  readonly tls: (socket: Socket) => unknown
}

/**
 * Looks at a connection's first byte and hands the socket on, with that byte put back.
 * A socket for TLS is handed on paused, and must not be resumed: its bytes are read from below.
 * @param timeout for the first byte, in milliseconds
 */
export function sortByFirstByte(socket: Socket, targets: FrontTargets, timeout: number): void {
  const giveUp = () => socket.destroy()
  const onData = (chunk: Buffer) => {
    socket.pause()
    socket.off('end', giveUp)
    socket.off('timeout', giveUp)
    socket.setTimeout(0)
    socket.unshift(chunk)
    if (chunk[0] === TLS_HANDSHAKE) {
      targets.tls(socket)
      return
    }
    targets.plain(socket)
    socket.resume()
  }
  // Stays for good: a socket's error must never be without a listener, whoever has the socket at that time.
  socket.on('error', () => {})
  socket.setTimeout(timeout)
  socket.once('timeout', giveUp)
  socket.once('end', giveUp)
  socket.once('data', onData)
}
