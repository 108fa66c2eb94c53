import { createHash, timingSafeEqual } from 'node:crypto'
import { isLoopback } from '../events/allowed-hosts.js'
import type { Exchange, Reply } from '../exchange.js'
import { errorReply } from './reply.js'

export interface GuardOptions {
  /** Wanted for writes, and for reads that show secrets. */
  readonly token: string
  /** Names beside loopback under which the control API may be called: `standin.test`, or with a port. */
  readonly hosts: readonly string[]
}

/**
 * Whether a request may come in at all: a web page elsewhere must reach nothing, neither by a name of its own that leads
 * here (Host), nor from its own origin.
 * @param port that the door listens on
 */
export function refuseForeign(exchange: Exchange, options: GuardOptions, port: number | undefined): Reply | undefined {
  const authority = header(exchange, 'host')?.toLowerCase() ?? exchange.host
  if (!isOurs(authority, exchange.host, options.hosts, port)) {
    return errorReply(421, {
      code: 'SANDBOX_FORBIDDEN',
      message: `The control API does not answer for the host '${authority}'.`,
      remedy: 'Use the address that `standin start` printed, or name the host with --control-host.',
    })
  }
  const site = header(exchange, 'sec-fetch-site')
  const navigates = header(exchange, 'sec-fetch-mode') === 'navigate'
  if (site === 'cross-site' || (site === 'same-site' && !navigates)) return foreignOrigin(`a ${site} request`)
  const origin = header(exchange, 'origin')
  const own = `${exchange.secure ? 'https' : 'http'}://${authority}`
  if (origin !== undefined && origin.toLowerCase() !== own) return foreignOrigin(`a request from '${origin}'`)
  return undefined
}

/** Whether a request that writes, or that reads secrets, shows the token. */
export function refuseWithoutToken(exchange: Exchange, options: GuardOptions): Reply | undefined {
  const sent = /^Bearer +(\S+)$/i.exec(header(exchange, 'authorization') ?? '')?.[1]
  if (sent !== undefined && same(sent, options.token)) return undefined
  const message = sent === undefined ? 'This needs the token of the sandbox.' : 'This is not the token of the sandbox.'
  const remedy =
    'Send `Authorization: Bearer TOKEN`; `standin` commands find it by themselves, others in STANDIN_TOKEN.'
  return errorReply(401, { code: 'SANDBOX_FORBIDDEN', message, remedy }, { 'WWW-Authenticate': 'Bearer' })
}

/** Whether a request came from this machine: from another one even reads want the token. */
export function isLocalPeer(peer: string | undefined): boolean {
  return peer === undefined || isLoopback(peer.replace(/^::ffff:/, ''))
}

/** A form on a web page can send no such type, which is why it is asked for. */
export function refuseOtherThan(
  exchange: Exchange,
  wanted: 'application/json' | 'application/gzip',
): Reply | undefined {
  const type = header(exchange, 'content-type')
  if (type?.split(';')[0]?.trim().toLowerCase() === wanted) return undefined
  return errorReply(415, {
    code: 'SANDBOX_BAD_INPUT',
    message: type === undefined ? 'The content type is missing.' : `The content type is '${type}'.`,
    remedy: `Send \`Content-Type: ${wanted}\`${wanted.endsWith('json') ? ', with {} where there is nothing to say' : ''}.`,
  })
}

function isOurs(authority: string, host: string, hosts: readonly string[], port: number | undefined): boolean {
  const wanted = hosts.map((name) => name.toLowerCase())
  if (wanted.includes(authority) || wanted.includes(host)) return true
  if (!isLoopback(host)) return false
  const sent = /:(\d+)$/.exec(authority.replace(/^\[[^\]]*\]/, ''))?.[1]
  return port === undefined || Number(sent ?? 80) === port || (sent === undefined && port === 443)
}

function foreignOrigin(what: string): Reply {
  return errorReply(403, {
    code: 'SANDBOX_FORBIDDEN',
    message: `The control API refuses ${what}: no other site may use it.`,
    remedy: 'Open it under its own address, or call it from a program.',
  })
}

function header(exchange: Exchange, name: string): string | undefined {
  const value = exchange.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

/** Of equal length by hashing, so that the comparison tells nothing by its time. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
