import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import type { MailchimpWorld } from '../world.js'

const APP = '/3.0/authorized-apps/{app_id}'

/** The apps that somebody of the account has let in. @source https://mailchimp.com/developer/marketing/api/authorized-apps/list-authorized-apps/ (read 2026-11) */
export const authorizedApps = behaviour('GET /3.0/authorized-apps', ({ call }, world) => {
  const apps = appsOf(world, call.origin)
  return { apps, total_items: apps.length, _links: linksOf(world.description, call.origin, '/3.0/authorized-apps', []) }
})

function appsOf(world: MailchimpWorld, origin: string) {
  const tokens = world.keys.all().filter(({ kind, revoked }) => kind === 'token' && !revoked)
  if (tokens.length === 0) return []
  const { id, name } = world.oauthApp
  const users = [world.account.name]
  return [{ id: Number(id), name, description: '', users, _links: linksOf(world.description, origin, APP, [id]) }]
}

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/api/authorized-apps/get-authorized-app-info/ (read 2026-11) */
export const authorizedApp = behaviour('GET /3.0/authorized-apps/{app_id}', ({ params, call }, world) => {
  const app = appsOf(world, call.origin).find(({ id }) => String(id) === params.app_id)
  if (!app) throw problem('ResourceNotFound')
  return app
})
