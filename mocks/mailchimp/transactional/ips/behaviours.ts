import { behaviour } from '../../api.js'
import { failure, paymentRequired } from '../error-table.js'
import type { DedicatedIp } from '../rows.js'
import { resolves } from '../senders/domain.js'
import { stamp, type Transactional, transactionalOf } from '../transactional.js'
import { ipNamed, MAIN_POOL, poolNamed, renderIp } from './ip.js'

const WARMUP = 30 * 24 * 3_600_000

/** @source https://mailchimp.com/developer/transactional/api/ips/list-ip-addresses/ (read 2026-11) */
export const listIps = behaviour('POST /api/1.0/ips/list', (_, world) => transactionalOf(world).ips.all().map(renderIp))

/** @throws Unknown_IP  @source https://mailchimp.com/developer/transactional/api/ips/get-ip-info/ (read 2026-11) */
export const ipInfo = behaviour('POST /api/1.0/ips/info', ({ body }, world) =>
  renderIp(ipNamed(transactionalOf(world), body.ip)),
)

/**
 * Asks for a dedicated address, which a sandbox has at once; it is one of those kept for documentation (RFC 5737).
 * @throws PaymentRequired, Unknown_Pool  @source https://mailchimp.com/developer/transactional/api/ips/request-additional-ip/ (read 2026-11)
 */
export const provisionIp = behaviour('POST /api/1.0/ips/provision', ({ body }, world) => {
  const tx = transactionalOf(world)
  if (!tx.paid) throw paymentRequired('A dedicated IP')
  const pool = body.pool ? poolNamed(tx, body.pool).id : MAIN_POOL
  const number = tx.nextNumber('ip')
  tx.ips.insert({
    id: `198.51.${100 + Math.floor(number / 256)}.${number % 256}`,
    createdAt: tx.now(),
    pool,
    domain: `mail${number}.example.mandrillapp.com`,
    customDns: false,
    warmup: body.warmup ? warmupFrom(tx) : null,
  })
  return { requested_at: stamp(tx.now()) }
})

/** @throws Unknown_IP  @source https://mailchimp.com/developer/transactional/api/ips/start-ip-warmup/ (read 2026-11) */
export const startWarmup = behaviour('POST /api/1.0/ips/start-warmup', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderIp(tx.ips.put({ ...ipNamed(tx, body.ip), warmup: warmupFrom(tx) }))
})

/** @throws Unknown_IP  @source https://mailchimp.com/developer/transactional/api/ips/cancel-ip-warmup/ (read 2026-11) */
export const cancelWarmup = behaviour('POST /api/1.0/ips/cancel-warmup', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderIp(tx.ips.put({ ...ipNamed(tx, body.ip), warmup: null }))
})

/** @throws Unknown_IP, Unknown_Pool, Invalid_EmptyDefaultPool  @source https://mailchimp.com/developer/transactional/api/ips/move-ip-to-different-pool/ (read 2026-11) */
export const setPool = behaviour('POST /api/1.0/ips/set-pool', ({ body }, world) => {
  const tx = transactionalOf(world)
  const ip = ipNamed(tx, body.ip)
  if (body.create_pool && !tx.pools.has(body.pool)) tx.pools.insert({ id: body.pool, createdAt: tx.now() })
  const { id: pool } = poolNamed(tx, body.pool)
  if (pool !== MAIN_POOL) keepMainPool(tx, ip)
  return renderIp(tx.ips.put({ ...ip, pool }))
})

/** Gives an address back. @throws Unknown_IP  @source https://mailchimp.com/developer/transactional/api/ips/delete-ip-address/ (read 2026-11) */
export const deleteIp = behaviour('POST /api/1.0/ips/delete', ({ body }, world) => {
  const tx = transactionalOf(world)
  const { id } = ipNamed(tx, body.ip)
  tx.ips.delete(id)
  return { ip: id, deleted: true }
})

/** Whether a domain's records fit an address: they do, but under `.invalid`. @throws Unknown_IP  @source https://mailchimp.com/developer/transactional/api/ips/test-custom-dns/ (read 2026-11) */
export const checkCustomDns = behaviour('POST /api/1.0/ips/check-custom-dns', ({ body }, world) => {
  ipNamed(transactionalOf(world), body.ip)
  const valid = resolves(body.domain)
  return { valid, error: valid ? null : NOT_CONFIGURED }
})

/** @throws Unknown_IP, Invalid_CustomDNS  @source https://mailchimp.com/developer/transactional/api/ips/set-custom-dns/ (read 2026-11) */
export const setCustomDns = behaviour('POST /api/1.0/ips/set-custom-dns', ({ body }, world) => {
  const tx = transactionalOf(world)
  const ip = ipNamed(tx, body.ip)
  if (!resolves(body.domain)) throw failure('Invalid_CustomDNS', NOT_CONFIGURED)
  return renderIp(tx.ips.put({ ...ip, domain: body.domain, customDns: true }))
})

const NOT_CONFIGURED = "The domain name is not configured for use as the dedicated IP's custom reverse DNS."

function warmupFrom(tx: Transactional): DedicatedIp['warmup'] {
  return { start: tx.now(), end: tx.now() + WARMUP }
}

/** @throws Invalid_EmptyDefaultPool */
function keepMainPool(tx: Transactional, { pool }: DedicatedIp): void {
  if (pool === MAIN_POOL && tx.ips.where('pool', MAIN_POOL).length === 1) {
    throw failure('Invalid_EmptyDefaultPool', 'You cannot remove the last IP from your default pool')
  }
}
