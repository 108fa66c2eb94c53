import { behaviour } from '../../api.js'
import { failure, invalidFields } from '../error-table.js'
import { stamp, type Transactional, transactionalOf } from '../transactional.js'
import { MAIN_POOL, poolNamed, renderIp } from './ip.js'

/** @source https://mailchimp.com/developer/transactional/api/ips/list-ip-pools/ (read 2026-11) */
export const listPools = behaviour('POST /api/1.0/ips/list-pools', (_, world) => {
  const tx = transactionalOf(world)
  return tx.pools.all().map(({ id }) => renderPool(tx, id))
})

/** @throws Unknown_Pool  @source https://mailchimp.com/developer/transactional/api/ips/get-ip-pool-info/ (read 2026-11) */
export const poolInfo = behaviour('POST /api/1.0/ips/pool-info', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderPool(tx, poolNamed(tx, body.pool).id)
})

/** Makes a pool; one that is there already is given as it is. @throws ValidationError  @source https://mailchimp.com/developer/transactional/api/ips/add-ip-pool/ (read 2026-11) */
export const createPool = behaviour('POST /api/1.0/ips/create-pool', ({ body }, world) => {
  const tx = transactionalOf(world)
  if (body.pool.trim() === '') throw invalidFields({ pool: 'Please enter a value' })
  if (!tx.pools.has(body.pool)) tx.pools.insert({ id: body.pool, createdAt: tx.now() })
  return renderPool(tx, body.pool)
})

/**
 * Deletes a pool that is empty, and is not the account's own.
 * @throws Unknown_Pool, Invalid_DeleteDefaultPool, ValidationError for one with addresses in it
 * @source https://mailchimp.com/developer/transactional/api/ips/delete-ip-pool/ (read 2026-11); @unverified the last
 */
export const deletePool = behaviour('POST /api/1.0/ips/delete-pool', ({ body }, world) => {
  const tx = transactionalOf(world)
  const { id } = poolNamed(tx, body.pool)
  if (id === MAIN_POOL) throw failure('Invalid_DeleteDefaultPool', 'You cannot delete your default pool')
  if (tx.ips.where('pool', id).length > 0) throw invalidFields({ pool: 'You cannot delete a pool that is not empty' })
  tx.pools.delete(id)
  return { pool: id, deleted: true }
})

function renderPool(tx: Transactional, id: string) {
  const { createdAt } = poolNamed(tx, id)
  return { name: id, created_at: stamp(createdAt), ips: tx.ips.where('pool', id).map(renderIp) }
}
