import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'

/** Looks whether the site has the script: nobody looks at a site from here, so it has. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/connected-sites/ (read 2026-11) */
export const verify = behaviour(
  'POST /3.0/connected-sites/{connected_site_id}/actions/verify-script-installation',
  ({ params }, world) => {
    if (!world.resources<ApiResource>('connected-sites').has(params.connected_site_id))
      throw problem('ResourceNotFound')
  },
)
