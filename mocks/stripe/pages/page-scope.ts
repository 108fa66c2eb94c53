import type { Row } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'

/** Whose page stands at an address: the platform's, or a connected account's. */
export interface PageScope extends Row {
  readonly scope: string
}

/** Makes requests for a page that carries this come to this account of this world. */
export function claimPage(world: StripeWorld, id: string): void {
  world.pageScopes.insert({ id, scope: world.port.scope })
  world.port.claim(id)
}

/** A page's request has no key: the account is that of what it shows. */
export function accountOfPage(world: StripeWorld, id: string | undefined): StripeWorld {
  const own = world.pageScopes.find(id ?? '')
  return own ? world.port.inScope<StripeWorld>(own.scope) : world
}
