import { behaviour } from '../../api.js'
import { failure, invalidFields } from '../error-table.js'
import { domainOf, isDomain, parseMailboxes } from '../mime/address.js'
import { headerOf, parseMime } from '../mime/parse-mime.js'
import type { InboundDomain, InboundRoute } from '../rows.js'
import { resolves } from '../senders/domain.js'
import { stamp, type Transactional, transactionalOf } from '../transactional.js'
import { tellInbound } from './inbound-event.js'
import { insertRoute, routeHook } from './route.js'

/** @source https://mailchimp.com/developer/transactional/api/inbound/list-inbound-domains/ (read 2026-11) */
export const listInboundDomains = behaviour('POST /api/1.0/inbound/domains', (_, world) =>
  transactionalOf(world).inboundDomains.all().map(render),
)

/** @throws ValidationError  @source https://mailchimp.com/developer/transactional/api/inbound/add-inbound-domain/ (read 2026-11) */
export const addInboundDomain = behaviour('POST /api/1.0/inbound/add-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const id = body.domain.toLowerCase()
  if (!isDomain(id)) throw invalidFields({ domain: 'Please enter a valid domain name' })
  return render(tx.inboundDomains.find(id) ?? tx.inboundDomains.insert({ id, createdAt: tx.now(), validMx: false }))
})

/** Looks at a domain's MX, which is right but under `.invalid`. @throws Unknown_InboundDomain  @source https://mailchimp.com/developer/transactional/api/inbound/check-domain-settings/ (read 2026-11) */
export const checkInboundDomain = behaviour('POST /api/1.0/inbound/check-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const domain = named(tx, body.domain)
  return render(tx.inboundDomains.put({ ...domain, validMx: resolves(domain.id) }))
})

/** Its routes go with it. @throws Unknown_InboundDomain  @source https://mailchimp.com/developer/transactional/api/inbound/delete-inbound-domain/ (read 2026-11) */
export const deleteInboundDomain = behaviour('POST /api/1.0/inbound/delete-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const domain = named(tx, body.domain)
  for (const route of tx.routes.where('domain', domain.id)) remove(tx, route)
  tx.inboundDomains.delete(domain.id)
  return render(domain)
})

/** @throws Unknown_InboundDomain  @source https://mailchimp.com/developer/transactional/api/inbound/list-mailbox-routes/ (read 2026-11) */
export const listRoutes = behaviour('POST /api/1.0/inbound/routes', ({ body }, world) => {
  const tx = transactionalOf(world)
  return tx.routes.where('domain', named(tx, body.domain).id).map(renderRoute)
})

/** @throws Unknown_InboundDomain, ValidationError  @source https://mailchimp.com/developer/transactional/api/inbound/add-mailbox-route/ (read 2026-11) */
export const addRoute = behaviour('POST /api/1.0/inbound/add-route', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderRoute(insertRoute(tx, named(tx, body.domain).id, body.pattern, checkedUrl(body.url)))
})

/** @throws Unknown_InboundRoute, ValidationError  @source https://mailchimp.com/developer/transactional/api/inbound/update-mailbox-route/ (read 2026-11) */
export const updateRoute = behaviour('POST /api/1.0/inbound/update-route', ({ body }, world) => {
  const tx = transactionalOf(world)
  const route = routeNamed(tx, body.id)
  const url = body.url ? checkedUrl(body.url) : route.url
  const hook = tx.webhooks.find(routeHook(tx, route).id)
  if (hook) tx.webhooks.put({ ...hook, url })
  return renderRoute(tx.routes.put({ ...route, url, pattern: body.pattern || route.pattern }))
})

/** @throws Unknown_InboundRoute  @source https://mailchimp.com/developer/transactional/api/inbound/delete-mailbox-route/ (read 2026-11) */
export const deleteRoute = behaviour('POST /api/1.0/inbound/delete-route', ({ body }, world) => {
  const tx = transactionalOf(world)
  const route = routeNamed(tx, body.id)
  remove(tx, route)
  return renderRoute(route)
})

/**
 * Takes a message in as if it had come over SMTP, and tells the routes that it fits. The first that fits an address gets it.
 * @throws Unknown_InboundDomain where none of the addresses is of an inbound domain
 * @emits inbound  @source https://mailchimp.com/developer/transactional/api/inbound/send-mime-document/ (read 2026-11)
 */
export const sendInbound = behaviour('POST /api/1.0/inbound/send-raw', ({ body }, world) => {
  const tx = transactionalOf(world)
  const mime = parseMime(body.raw_message)
  const header = ['to', 'cc'].flatMap((name) => parseMailboxes(headerOf(mime.headers, name) ?? ''))
  const to = body.to && body.to.length > 0 ? body.to : header.map(({ email }) => email)
  const known = to.filter((email) => tx.inboundDomains.has(domainOf(email)))
  if (known.length === 0) {
    throw failure('Unknown_InboundDomain', `Unknown Inbound Domain: ${domainOf(to[0] ?? '')}`)
  }
  return known.flatMap((email) => {
    const user = email.slice(0, email.lastIndexOf('@'))
    const route = tx.routes.where('domain', domainOf(email)).find(({ pattern }) => fits(pattern, user))
    if (!route) return []
    tellInbound(tx, routeHook(tx, route).id, { email, raw: body.raw_message, mime, from: body.mail_from ?? null })
    return [{ email, pattern: route.pattern, url: route.url }]
  })
})

/** `*` stands for any text. */
function fits(pattern: string, user: string): boolean {
  const parts = pattern.toLowerCase().split('*')
  const text = user.toLowerCase()
  const [first = ''] = parts
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= text.length - last.length
}

function named(tx: Transactional, name: string): InboundDomain {
  const domain = tx.inboundDomains.find(name.toLowerCase())
  if (!domain) throw failure('Unknown_InboundDomain', `Unknown Inbound Domain: ${name}`)
  return domain
}

function routeNamed(tx: Transactional, id: string): InboundRoute {
  const route = tx.routes.find(id)
  if (!route) throw failure('Unknown_InboundRoute', `No route exists with the id ${id}`)
  return route
}

function remove(tx: Transactional, route: InboundRoute): void {
  tx.webhooks.delete(routeHook(tx, route).id)
  tx.routes.delete(route.id)
}

function checkedUrl(url: string): string {
  if (!/^https?:\/\/[^\s/]+/i.test(url) || !URL.canParse(url)) throw invalidFields({ url: 'Please enter a valid URL' })
  return url
}

function render({ id, createdAt, validMx }: InboundDomain) {
  return { domain: id, created_at: stamp(createdAt), valid_mx: validMx }
}

function renderRoute({ id, pattern, url }: InboundRoute) {
  return { id, pattern, url }
}
