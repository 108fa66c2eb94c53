import { DATACENTER } from '../accounts/datacenter.js'

/**
 * Where people's links lead: pages of sign-up, confirmation and unsubscription. Beside the vendor's own host names it is the
 * vendor's own host for them; anywhere else, where the client reached the stand-in.
 */
export function publicOrigin(origin: string): string {
  const { hostname } = new URL(origin)
  return hostname.endsWith('.mailchimp.com') ? `https://standin.${DATACENTER}.list-manage.com` : origin
}
