import { invalidFields } from '../error-table.js'
import { isDomain } from '../mime/address.js'
import type { SenderDomain } from '../rows.js'
import { stamp, stampOrNull, type Transactional } from '../transactional.js'

/** Whether a sandbox finds a domain's records. */
export function resolves(domain: string): boolean {
  return !/(?:^|\.)invalid$/i.test(domain)
}

export function insertDomain(tx: Transactional, name: string, verified = false): SenderDomain {
  if (!isDomain(name)) throw invalidFields({ domain: 'Please enter a valid domain name' })
  const now = tx.now()
  return tx.senderDomains.insert({
    id: name.toLowerCase(),
    createdAt: now,
    testedAt: verified ? now : null,
    valid: verified,
    verifiedAt: verified ? now : null,
    textKey: `mandrill_verify.${tx.port.random.base62(22)}`,
  })
}

export function renderDomain({ id, createdAt, testedAt, valid, verifiedAt, textKey }: SenderDomain) {
  const check = {
    valid,
    valid_after: stampOrNull(valid ? testedAt : null),
    error: valid ? null : 'No record was found',
  }
  return {
    domain: id,
    created_at: stamp(createdAt),
    last_tested_at: stampOrNull(testedAt),
    spf: check,
    dkim: check,
    dkim2: check,
    dmarc: { valid, error: check.error },
    verified_at: stampOrNull(verifiedAt),
    valid_signing: valid && verifiedAt !== null,
    verify_txt_key: textKey,
  }
}
