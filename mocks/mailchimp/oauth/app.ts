import type { Row } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'

/** A registered app; its id is the client id. */
export interface OAuthApp extends Row {
  readonly secret: string
  readonly name: string
}

export function mintOAuthApp(world: MailchimpWorld): void {
  const { random } = world.port
  const id = String(100_000_000_000 + (random.uint32() % 900_000_000) * 1000 + (random.uint32() % 1000))
  world.port.table<OAuthApp>('_oauth_app').insert({ id, secret: random.hex(50), name: 'Standin App' })
  world.port.claim(id)
}
