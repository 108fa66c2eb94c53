import { behaviour } from '../api.js'
import { invalidResource, problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import { linksOf } from '../resources/links.js'

const DOMAIN = '/3.0/verified-domains/{domain_name}'

/**
 * Begins to verify a domain: a mail with a code goes to an address of it.
 * @throws InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/verified-domains/add-domain-to-account/ (read 2026-11); @unverified wording
 */
export const create = behaviour('POST /3.0/verified-domains', ({ body, call }, world) => {
  const to = body.verification_email
  const domain = to.split('@')[1]?.toLowerCase() ?? ''
  if (domain === '') throw invalidResource('Please provide a valid email address.')
  const domains = world.resources<ApiResource>('verified-domains')
  const code = world.port.random.hex(6)
  const wire = { domain, verified: false, authenticated: false, verification_email: to, verification_sent: world.now() }
  domains.put({ id: domain, parent: '', wire: { ...wire, code } })
  const text = `Your code for ${domain}: ${code}`
  const mail = {
    id: `mail_${world.nextNumber('mail')}`,
    to,
    owner: to.toLowerCase(),
    kind: 'verification',
    text,
  } as const
  world.mails.insert({ ...mail, subject: 'Verify your domain', html: `<p>${code}</p>`, sentAt: world.now(), link: '' })
  return { ...wire, _links: linksOf(world.description, call.origin, DOMAIN, [domain]) }
})

/** @throws ResourceNotFound (404), BadRequest (400) for another code  @source https://mailchimp.com/developer/marketing/api/verified-domains/verify-domain/ (read 2026-11); @unverified wording */
export const verify = behaviour(
  'POST /3.0/verified-domains/{domain_name}/actions/verify',
  ({ params, body, call }, world) => {
    const domains = world.resources<ApiResource>('verified-domains')
    const row = domains.find(params.domain_name)
    if (!row) throw problem('ResourceNotFound')
    if (body.code !== row.wire.code) throw problem('BadRequest', { detail: 'The verification code is not valid.' })
    const wire = { ...row.wire, verified: true }
    domains.put({ ...row, wire })
    return { ...wire, _links: linksOf(world.description, call.origin, DOMAIN, [row.id]) }
  },
)
