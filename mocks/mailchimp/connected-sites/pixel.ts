import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import type { MailchimpWorld } from '../world.js'

/** Nothing of a site shows whether it counts its visitors, so that this leaves no mark but its answer. @throws ResourceNotFound (404)  @source facts B (read 2026-11-23) */
export const enablePixel = behaviour(
  'POST /3.0/connected-sites/{connected_site_id}/actions/enable-pixel',
  ({ params }, world) => checkSite(world, params.connected_site_id),
)

/** @throws ResourceNotFound (404)  @source facts B (read 2026-11-23) */
export const disablePixel = behaviour(
  'POST /3.0/connected-sites/{connected_site_id}/actions/disable-pixel',
  ({ params }, world) => checkSite(world, params.connected_site_id),
)

function checkSite(world: MailchimpWorld, id: string): void {
  if (!world.resources<ApiResource>('connected-sites').has(id)) throw problem('ResourceNotFound')
}
