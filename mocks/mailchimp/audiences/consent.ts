import { invalidResource } from '../errors.js'
import type { List } from '../lists/list.js'
import type { AskedStatus } from '../members/lifecycle.js'
import type { MemberStatus } from '../members/member.js'

export type Consent = 'denied' | 'unknown' | 'consented' | 'confirmed'
type Effective = 'unsubscribed' | 'nonsubscribed' | 'pending' | 'subscribed'

/** What a client says of a consent, as on the wire. */
export interface ConsentInput {
  readonly status?: Consent | undefined
  readonly captured_at?: string | undefined
  readonly source?: { readonly name?: string | undefined } | undefined
}

/** What a consent comes to on its channel. @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24) */
const effectiveStatus: Readonly<Record<Consent, Effective>> = {
  denied: 'unsubscribed',
  unknown: 'nonsubscribed',
  consented: 'pending',
  confirmed: 'subscribed',
}

/** What both channels of a contact say of its consent, as on the wire. `capturedAt` is empty for one that was not given. */
export function renderConsent(consent: Consent, capturedAt: string, source: string) {
  return {
    effective_subscription_status: { value: effectiveStatus[consent] },
    marketing_consent: {
      status: consent,
      ...(capturedAt !== '' && { captured_at: capturedAt }),
      source: { name: source },
    },
    source: { name: source },
  }
}

const STATUS: Readonly<Record<Consent, AskedStatus>> = {
  denied: 'unsubscribed',
  unknown: 'transactional',
  consented: 'pending',
  confirmed: 'subscribed',
}

const CONSENT: Readonly<Record<MemberStatus, Consent>> = {
  subscribed: 'confirmed',
  pending: 'consented',
  transactional: 'unknown',
  unsubscribed: 'denied',
  cleaned: 'denied',
  archived: 'unknown',
}

/**
 * The status that a consent asks for, as members of lists have it.
 * @throws InvalidResource (400) for `consented` where the audience has no double opt-in: not supported there yet  @unverified wording
 */
export function statusOf({ settings }: List, consent: Consent): AskedStatus {
  if (consent === 'consented' && !settings.double_optin) {
    const message = "The consent 'consented' is not supported with single opt-in."
    throw invalidResource([{ field: 'email_channel.marketing_consent.status', message }])
  }
  return STATUS[consent]
}

/** What a member has agreed to, by their status. @unverified cleaned and archived ones */
export function consentOf(status: MemberStatus): Consent {
  return CONSENT[status]
}
