import { createHash } from 'node:crypto'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'

/**
 * Adds an endpoint to a vendor. What its secret is drawn from hangs on the world's seed and the address alone: after a reset it is the
 * same, whichever endpoints there were beside it. Undefined for a vendor without webhooks.
 */
export function subscribe(
  world: World,
  runtime: VendorRuntime,
  url: string,
  /** The secret that it has already. */
  kept?: string,
): { readonly endpoint: string; readonly secret: string } | undefined {
  // Not the address itself: the names of streams stand in bundles, and an address may have a password in it.
  const address = createHash('sha256').update(url).digest('hex').slice(0, 16)
  return world.transact('subscribe', undefined, () =>
    runtime.definition.events?.subscribe?.(
      url,
      world.view<unknown>(runtime, ''),
      world.ids.get(`${runtime.name}/endpoint/${address}`),
      kept,
    ),
  )
}
