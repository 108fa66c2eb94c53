import net from 'node:net'

// Tests reach loopback and nothing else, whoever asks: a connection elsewhere fails the test that made it.
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const options = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | number | string
  const host = typeof options === 'object' ? options.host : typeof args[1] === 'string' ? args[1] : undefined
  const isPath = typeof options === 'object' && options.path !== undefined
  if (!isPath && host !== undefined && !/^(?:localhost|127(?:\.\d+){3}|::1|::ffff:127\.0\.0\.1)$/.test(host)) {
    queueMicrotask(() => this.destroy(Object.assign(new Error(`A test reached for ${host}.`), { code: 'ENETUNREACH' })))
    return this
  }
  return (connect as (...all: unknown[]) => net.Socket).apply(this, args)
} as typeof connect

process.env.PACT_DO_NOT_TRACK = 'true'
