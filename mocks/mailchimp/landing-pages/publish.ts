import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import { publicOrigin } from '../resources/public-origin.js'
import type { MailchimpWorld } from '../world.js'

/** Shows a page to everybody. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/landing-pages/publish-landing-page/ (read 2026-11) */
export const publish = behaviour('POST /3.0/landing-pages/{page_id}/actions/publish', ({ params, call }, world) => {
  const row = findPage(world, params.page_id)
  const url = `${publicOrigin(call.origin)}/landing/${row.id}?u=${world.account.accountId}`
  world.landingPages.put({ ...row, wire: { ...row.wire, status: 'published', published_at: world.now(), url } })
})

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/landing-pages/unpublish-landing-page/ (read 2026-11) */
export const unpublish = behaviour('POST /3.0/landing-pages/{page_id}/actions/unpublish', ({ params }, world) => {
  const row = findPage(world, params.page_id)
  world.landingPages.put({ ...row, wire: { ...row.wire, status: 'unpublished', unpublished_at: world.now() } })
})

/** @throws ResourceNotFound (404) */
export function findPage(world: MailchimpWorld, id: string): ApiResource {
  const row = world.landingPages.find(id)
  if (!row) throw problem('ResourceNotFound')
  return row
}
