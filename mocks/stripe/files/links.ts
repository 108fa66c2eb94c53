import { behaviour, type Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { list } from '../paging.js'
import { filesOf, insertLink, linksOf, shownLink } from './file.js'
import { PURPOSES } from './purposes.js'

/**
 * Makes an address that anybody can read a file at, until it expires on the world's clock.
 * @throws resource_missing, a purpose that is not shown, a time that is past (400) @source https://docs.stripe.com/api/file_links/create (read 2026-11)
 */
export const createLink = behaviour('POST /v1/file_links', ({ body, call }, world) => {
  const file = filesOf(world).named(body.file, 'file')
  if (!PURPOSES[file.purpose]?.linked)
    throw invalidRequest(`You cannot create a file link for a file with the purpose ${file.purpose}.`, {
      param: 'file',
    })
  if (body.expires_at !== undefined) checkFuture(body.expires_at, world.now())
  const metadata = mergeMetadata({}, body.metadata as Metadata | '')
  return insertLink(world, call, { file: file.id, expires_at: body.expires_at, metadata })
})

/** @throws resource_missing (404) @source https://docs.stripe.com/api/file_links/retrieve (read 2026-11) */
export const retrieveLink = behaviour('GET /v1/file_links/{link}', ({ params }, world) =>
  shownLink(linksOf(world).get(params.link, 'link'), world),
)

/** Changes when it expires: `now`, a time in Unix seconds, or never. @throws resource_missing (404), one that has expired (400) @source https://docs.stripe.com/api/file_links/update (read 2026-11) @unverified that an expired one stays so */
export const updateLink = behaviour('POST /v1/file_links/{link}', ({ params, body = {} }, world) => {
  const link = linksOf(world).get(params.link, 'link')
  const { expires_at: at } = body
  if (at !== undefined && shownLink(link, world).expired) throw invalidRequest('This file link has already expired.')
  if (typeof at === 'number') checkFuture(at, world.now())
  const expires = at === undefined ? link.expires_at : at === 'now' ? world.now() : at === '' ? null : at
  const metadata = mergeMetadata(link.metadata as Metadata, body.metadata as Metadata | '')
  return shownLink(linksOf(world).update(link.id, { expires_at: expires, metadata }), world)
})

/** @source https://docs.stripe.com/api/file_links/list (read 2026-11) */
export const listLinks = behaviour('GET /v1/file_links', ({ query }, world) => {
  const { file, expired } = query
  const page = list(linksOf(world), query, {
    url: '/v1/file_links',
    filter: (link) =>
      (file === undefined || link.file === file) &&
      (expired === undefined || shownLink(link, world).expired === expired),
  })
  return { ...page, data: page.data.map((link) => shownLink(link, world)) }
})

function checkFuture(at: number, now: number): void {
  if (at <= now) throw invalidRequest('Timestamp must be in the future.', { param: 'expires_at' })
}
