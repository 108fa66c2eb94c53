import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** Joins two connections: bytes, half-closes and resets of one are seen at the other. */
export function join(one: Duplex, other: Duplex): void {
  one.pipe(other)
  other.pipe(one)
  follow(one, other)
  follow(other, one)
}

function follow(leader: Duplex, follower: Duplex): void {
  leader.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'ECONNRESET' && isSocket(follower)) follower.resetAndDestroy()
    else follower.destroy()
  })
  leader.on('close', () => {
    // An orderly end has been piped on already, and may still be on its way out.
    if (!leader.readableEnded) follower.destroy()
  })
}

function isSocket(stream: Duplex): stream is Socket {
  return 'resetAndDestroy' in stream
}

/** Opens a TCP connection; rejects where it cannot be made. */
export function dial(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}
