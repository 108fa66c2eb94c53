import { reply } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { bytesOf, filesOf, linksOf, shownLink, tokensOf } from './file.js'
import { contentTypeOf } from './purposes.js'

/**
 * What the public address of a file link leads to: the file, for whoever has the address, until it expires.
 * @throws resource_missing, one that has expired (404) @source https://docs.stripe.com/file-upload#link (read 2026-11) @unverified what an expired one answers
 */
export const showLink = page('GET /links/{token}', ({ params }, world: StripeWorld) => {
  const { link: id } = tokensOf(world).get(params.token ?? '', 'token')
  const link = shownLink(linksOf(world).get(id, 'link'), world)
  if (link.expired) throw invalidRequest('This file link has expired.', { status: 404 })
  const file = filesOf(world).get(link.file, 'file')
  return reply({
    body: bytesOf(world, file.id),
    contentType: contentTypeOf(file.type),
    headers: { 'Content-Security-Policy': "default-src 'none'; sandbox", 'X-Content-Type-Options': 'nosniff' },
  })
})
