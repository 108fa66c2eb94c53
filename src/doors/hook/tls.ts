import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls'
import { matchHost } from '../host-map.js'
import type { HookSettings } from './settings.js'

type Connect = (options: ConnectionOptions, callback?: () => void) => TLSSocket

/**
 * Gives TLS connections to a vendor's host to its stand-in, with the name and the checks they have, and this machine's
 * authority beside (or instead of the public ones, which a stand-in needs none of).
 */
export function redirectTls({ hosts, caPath, proxyPort }: HookSettings): void {
  const original: Connect = tls.connect
  let pem: string | undefined
  const localCa = () => {
    pem ??= readFileSync(caPath, 'utf8')
    return pem
  }
  const connect = (...args: unknown[]): TLSSocket => {
    const { options, callback } = parse(args)
    const name = vendorName(options, hosts)
    if (name === undefined) return Reflect.apply(original, tls, args)
    const rule = matchHost(hosts, name)
    const kept = keepsSocket(options.socket, proxyPort)
    if (!kept) options.socket?.destroy()
    trust(options.secureContext, localCa)
    const redirected: ConnectionOptions = {
      ...options,
      servername: options.servername || name,
      ca: [options.ca ?? [], localCa()].flat(),
      // A vendor that is not started is left to the sockets' own hook, which refuses it by this name.
      host: rule?.port === undefined || kept ? name : '127.0.0.1',
    }
    if (rule?.port !== undefined && !kept) redirected.port = rule.port
    if (!kept) {
      delete redirected.socket
      delete redirected.path
    }
    return original(redirected, callback)
  }
  Object.assign(tls, { connect })
}

/** The name under which a vendor is wanted: by SNI, where a program resolves names itself, or by host. */
function vendorName({ servername, host }: ConnectionOptions, hosts: HookSettings['hosts']): string | undefined {
  if (servername !== undefined && matchHost(hosts, servername) !== undefined) return servername
  if (host !== undefined && matchHost(hosts, host) !== undefined) return host
  return undefined
}

/** A connection that is there already is kept only where it leads to our proxy: any other may lead to the vendor. */
function keepsSocket(socket: ConnectionOptions['socket'], proxyPort: number | undefined): boolean {
  if (!(socket instanceof Socket)) return false
  return socket.remotePort === proxyPort && (socket.remoteAddress === '127.0.0.1' || socket.remoteAddress === '::1')
}

/** A context that the program made before knows its own roots only. */
function trust(secureContext: tls.SecureContext | undefined, localCa: () => string): void {
  const context: unknown = secureContext?.context
  if (typeof context === 'object' && context !== null && 'addCACert' in context) {
    if (typeof context.addCACert === 'function') context.addCACert(localCa())
  }
}

/** `connect(options)`, `connect(port, host, options)` or `connect(path, options)`, each with a callback or without. */
function parse(args: readonly unknown[]): { options: ConnectionOptions; callback?: () => void } {
  const options: ConnectionOptions = {}
  const [first, second] = args
  if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))) options.port = Number(first)
  else if (typeof first === 'string') options.path = first
  if (typeof first !== 'object' && typeof second === 'string') options.host = second
  for (const arg of args) if (typeof arg === 'object' && arg !== null) Object.assign(options, arg)
  const callback = args.find((arg): arg is () => void => typeof arg === 'function')
  return callback === undefined ? { options } : { options, callback }
}
