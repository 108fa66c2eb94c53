import type { Row } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'

/** What the setting `connect` says of the platform's application. */
interface ApplicationSettings {
  readonly name?: string
  /** Where people may be sent back to; the first where the request names none. */
  readonly redirectUris?: readonly string[]
}

/** The platform's application. Its id is the client id, and is also what charges in connected accounts name. */
export function mintApplication(world: StripeWorld): void {
  const id = `ca_${world.port.random.base62(32)}`
  world.collection<Row>('_application').insert({ id })
  world.port.claim(id)
}

/** A copy of a world has an application of its own: the original's client id does not lead to it. */
export function renewApplication(world: StripeWorld): void {
  for (const { id } of world.collection('_application').all()) world.collection('_application').delete(id)
  mintApplication(world)
}

/** As events have it. */
export function applicationOf(world: StripeWorld) {
  return { id: world.application, object: 'application' as const, name: settingsOf(world).name ?? 'Standin Platform' }
}

/**
 * Where a person is sent back to. Those of the setting match exactly; without it any address on the web will do.
 * @returns undefined where that may not be
 */
export function redirectUriOf(world: StripeWorld, asked: string | undefined): string | undefined {
  const registered = settingsOf(world).redirectUris ?? []
  if (registered.length > 0) return registered.find((uri) => uri === (asked ?? registered[0]) && URL.canParse(uri))
  return asked !== undefined && /^https?:\/\/[^\s/]/i.test(asked) && URL.canParse(asked) ? asked : undefined
}

function settingsOf(world: StripeWorld): ApplicationSettings {
  return (world.setting('connect') as ApplicationSettings | undefined) ?? {}
}
