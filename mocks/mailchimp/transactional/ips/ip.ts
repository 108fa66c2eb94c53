import { failure } from '../error-table.js'
import type { DedicatedIp, IpPool } from '../rows.js'
import { stamp, stampOrNull, type Transactional } from '../transactional.js'

/** The pool that every account has. */
export const MAIN_POOL = 'Main Pool'

export function ipNamed(tx: Transactional, address: string): DedicatedIp {
  const ip = tx.ips.find(address)
  if (!ip) throw failure('Unknown_IP', `No dedicated IP with address ${address}`)
  return ip
}

export function poolNamed(tx: Transactional, name: string): IpPool {
  const pool = tx.pools.find(name)
  if (!pool) throw failure('Unknown_Pool', `No pool named ${name}`)
  return pool
}

export function renderIp({ id, createdAt, pool, domain, customDns, warmup }: DedicatedIp) {
  return {
    ip: id,
    created_at: stamp(createdAt),
    pool,
    domain,
    custom_dns: { enabled: customDns, valid: customDns, error: null },
    warmup: { warming_up: warmup !== null, start_at: stampOrNull(warmup?.start), end_at: stampOrNull(warmup?.end) },
  }
}
