import type { CallFacts, Row } from '../../../src/engine/kit.js'
import type { File, FileLink } from '../api.js'
import type { StripeWorld } from '../world.js'

/** Where the bytes of a file are kept; its id is the file's. */
export interface FileContents extends Row {
  readonly handle: string
  readonly size: number
}

/** What stands for a link in its public address; its id is that. */
export interface LinkToken extends Row {
  readonly link: string
}

export const filesOf = (world: StripeWorld) => world.collection<File>('file')
export const linksOf = (world: StripeWorld) => world.collection<FileLink>('file_link')
export const contentsOf = (world: StripeWorld) => world.collection<FileContents>('_file_contents')
export const tokensOf = (world: StripeWorld) => world.collection<LinkToken>('_file_link_token')

/** Where files are reached: where the client came in, or Stripe's own host for them. */
export function filesOrigin(call: CallFacts): string {
  return call.host.endsWith('.stripe.com') ? 'https://files.stripe.com' : call.origin
}

/** Adds a link to a file. `expires_at` in Unix seconds. */
export function insertLink(
  world: StripeWorld,
  call: CallFacts,
  given: { file: string; expires_at?: number | null | undefined; metadata?: Record<string, string> },
): FileLink {
  const token = world.port.random.base62(48)
  world.port.claim(token)
  const link = linksOf(world).insert({
    id: world.id('link'),
    object: 'file_link',
    created: world.now(),
    expired: false,
    expires_at: given.expires_at ?? null,
    file: given.file,
    livemode: false,
    metadata: given.metadata ?? {},
    url: `${filesOrigin(call)}/links/${token}`,
  })
  tokensOf(world).insert({ id: token, link: link.id })
  return link
}

/** The link as it is now: it expires on the world's clock. */
export function shownLink(link: FileLink, world: StripeWorld): FileLink {
  const expired = link.expires_at !== null && link.expires_at <= world.now()
  return expired === link.expired ? link : { ...link, expired, url: expired ? null : link.url }
}

/** The bytes of a file. */
export function bytesOf(world: StripeWorld, id: string): Uint8Array {
  const { handle, size } = contentsOf(world).get(id, 'file')
  return world.port.files.read(handle, 0, size)
}
