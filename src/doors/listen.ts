import type { Server } from 'node:net'
import { SandboxError } from '../engine/errors.js'

/**
 * Starts to listen.
 * @returns the port, which is another than the one given where that is 0
 * @throws SandboxError (`SANDBOX_PORT_IN_USE`, `SANDBOX_BAD_CONFIG`)
 */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error & { code?: string }) => reject(listenError(error, host, port))
    server.once('error', onError)
    server.listen(port, host, () => {
      server.off('error', onError)
      // Later ones (no file descriptor left for a connection, say) end that connection, not the process.
      server.on('error', () => {})
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function listenError(cause: Error & { code?: string }, host: string, port: number): SandboxError {
  const at = `${host}:${port}`
  if (cause.code === 'EADDRINUSE') {
    const remedy = 'Stop what uses the port, or choose another.'
    return new SandboxError('SANDBOX_PORT_IN_USE', `Cannot listen on ${at}: the port is in use`, remedy, { cause })
  }
  const remedy = 'Choose another address or port.'
  return new SandboxError('SANDBOX_BAD_CONFIG', `Cannot listen on ${at}: ${cause.message}`, remedy, { cause })
}
