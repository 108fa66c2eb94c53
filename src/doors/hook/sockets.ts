import { Socket } from 'node:net'
import { type HostMap, type HostRule, matchHost, notStarted } from '../host-map.js'

/** Where a connection is going, as far as this hook cares. */
interface Target {
  host?: unknown
  port?: unknown
  path?: unknown
}

/**
 * Leads every TCP connection to a vendor's host to its stand-in, whoever opens it, and refuses those whose vendor is not
 * started. All of node's clients end here, TLS ones too.
 */
export function redirectSockets(hosts: HostMap): void {
  const original = Socket.prototype.connect
  const connect = function (this: Socket, ...args: unknown[]): Socket {
    const target = targetOf(args)
    const host = target?.host
    if (target === undefined || typeof host !== 'string') return Reflect.apply(original, this, args)
    const rule = matchHost(hosts, host)
    if (rule === undefined) return Reflect.apply(original, this, args)
    if (rule.port === undefined) return refuse(this, rule, host, target.port)
    return Reflect.apply(original, this, redirect(args, rule.port))
  }
  Object.assign(Socket.prototype, { connect })
}

/** `connect(options)`, `connect(port, host)`, or `connect([options, callback])` from inside node. */
function targetOf(args: readonly unknown[]): Target | undefined {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'object' && first !== null) return 'path' in first && first.path ? undefined : first
  return { port: first, host: args[1] }
}

function redirect(args: unknown[], port: number): unknown[] {
  const here = { host: '127.0.0.1', port, family: 4, lookup: undefined, localAddress: undefined }
  const [first] = args
  if (Array.isArray(first)) {
    // Node marks this array with a symbol and makes it anew for each call, so it is changed in place.
    first[0] = { ...first[0], ...here }
    return args
  }
  if (typeof first === 'object') return [{ ...first, ...here }, ...args.slice(1)]
  return [port, here.host, ...args.slice(2)]
}

function refuse(socket: Socket, rule: HostRule, host: string, port: unknown): Socket {
  const message = `connect ECONNREFUSED ${host}:${port}. ${notStarted(rule, host)}`
  const error = Object.assign(new Error(message), { code: 'ECONNREFUSED', syscall: 'connect', address: host, port })
  process.nextTick(() => socket.destroy(error))
  return socket
}
