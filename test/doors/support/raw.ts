import { connect, type Socket } from 'node:net'

/** Sends bytes as they are, and gives all that comes back until the other side closes; `reset` where it is cut. */
export function raw(port: number, ...parts: (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part)
    })
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', (error: Error & { code?: string }) =>
      resolve(error.code === 'ECONNRESET' ? 'reset' : String(error)),
    )
    socket.on('close', () => resolve(answer))
  })
}

/** An open connection that has sent `text`. */
export async function open(port: number, text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write(text)
  return socket
}

/** Resolves when the event comes. */
export function once(emitter: { once(event: string, listener: (value: unknown) => void): unknown }, event: string) {
  return new Promise<unknown>((resolve) => emitter.once(event, resolve))
}
