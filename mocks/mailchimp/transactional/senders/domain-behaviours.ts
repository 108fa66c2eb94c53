import { escapeMarkup } from '../../../../src/engine/kit.js'
import { behaviour } from '../../api.js'
import { failure, invalidFields } from '../error-table.js'
import { addNotice } from '../mail/notice.js'
import { isAddress } from '../mime/address.js'
import { transactionalOf } from '../transactional.js'
import { insertDomain, renderDomain, resolves } from './domain.js'
import { verifyLink } from './verify-link.js'

/**
 * Adds a sending domain. A sandbox asks no DNS: the records of every domain are found to be right once it is checked, but for
 * those under `.invalid`, which are never found (RFC 2606).
 * @throws ValidationError  @source https://mailchimp.com/developer/transactional/api/senders/add-sender-domain/ (read 2026-11)
 */
export const addDomain = behaviour('POST /api/1.0/senders/add-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderDomain(tx.senderDomains.find(body.domain.toLowerCase()) ?? insertDomain(tx, body.domain))
})

/** Looks at a domain's records; one that is not there yet is added. @throws ValidationError  @source https://mailchimp.com/developer/transactional/api/senders/check-domain-settings/ (read 2026-11) */
export const checkDomain = behaviour('POST /api/1.0/senders/check-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const domain = tx.senderDomains.find(body.domain.toLowerCase()) ?? insertDomain(tx, body.domain)
  return renderDomain(tx.senderDomains.put({ ...domain, testedAt: tx.now(), valid: resolves(domain.id) }))
})

/**
 * Writes to a mailbox of the domain; the link in that mail, which can be read in the sandbox, verifies it.
 * @throws ValidationError  @source https://mailchimp.com/developer/transactional/api/senders/verify-domain/ (read 2026-11)
 */
export const verifyDomain = behaviour('POST /api/1.0/senders/verify-domain', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const email = `${body.mailbox}@${body.domain}`
  if (!isAddress(email)) throw invalidFields({ mailbox: 'Please enter the part of an address before its @' })
  const domain = tx.senderDomains.find(body.domain.toLowerCase()) ?? insertDomain(tx, body.domain)
  if (domain.verifiedAt !== null) return { status: 'already_verified' as const, domain: domain.id, email }
  const link = escapeMarkup(verifyLink(call.origin, tx.account.id, domain))
  addNotice(
    tx,
    email,
    `Verify ${domain.id}`,
    `<p>Verify that ${escapeMarkup(domain.id)} is yours: <a href="${link}">${link}</a></p>`,
  )
  return { status: 'sent' as const, domain: domain.id, email }
})

/** @source https://mailchimp.com/developer/transactional/api/senders/list-sender-domains/ (read 2026-11) */
export const listDomains = behaviour('POST /api/1.0/senders/domains', (_, world) =>
  transactionalOf(world).senderDomains.all().map(renderDomain),
)

/** @throws Unknown_Domain, Invalid_Verified_Domain for one that is verified  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const deleteDomain = behaviour('POST /api/1.0/senders/delete-domain', ({ body }, world) => {
  const tx = transactionalOf(world)
  const domain = tx.senderDomains.find(body.domain.toLowerCase())
  if (!domain) throw failure('Unknown_Domain', `No such domain "${body.domain}"`)
  if (domain.verifiedAt !== null) {
    const message = `Cannot delete verified domain "${domain.id}" via API - please login to confirm deletion`
    throw failure('Invalid_Verified_Domain', message)
  }
  tx.senderDomains.delete(domain.id)
  return renderDomain(domain)
})
