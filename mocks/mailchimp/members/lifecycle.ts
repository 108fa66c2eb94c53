/** What a member is, or has been: who was never there has no row, who was deleted for good has only a mark. */
export type MemberState =
  | 'absent'
  | 'subscribed'
  | 'pending'
  | 'unsubscribed by contact'
  | 'unsubscribed by api'
  | 'cleaned'
  | 'transactional'
  | 'archived'
  | 'archived after complaint'
  | 'forgotten'

/** What the API may ask for. */
export type AskedStatus = 'subscribed' | 'unsubscribed' | 'cleaned' | 'pending' | 'transactional'

export type Outcome = AskedStatus | 'MemberInComplianceState' | 'ForgottenEmailNotSubscribed'

const ANY: Readonly<Record<AskedStatus, Outcome>> = {
  subscribed: 'subscribed',
  unsubscribed: 'unsubscribed',
  cleaned: 'cleaned',
  pending: 'pending',
  transactional: 'transactional',
}

/** Only the contact can come back: by confirming, or by a form of the vendor's. */
const AFTER_UNSUBSCRIBING = { ...ANY, subscribed: 'MemberInComplianceState' } as const
const AFTER_BOUNCING = { ...AFTER_UNSUBSCRIBING, pending: 'MemberInComplianceState' } as const
const NEVER = Object.fromEntries(Object.keys(ANY).map((status) => [status, 'ForgottenEmailNotSubscribed'])) as Readonly<
  Record<AskedStatus, Outcome>
>

/**
 * What becomes of a member of whom the API asks for a status. `pending` sends the mail that asks for confirmation.
 * @source facts A1, members (read 2026-11-23): forem #6256, beabee #106, mc4wp #666, #771, #798
 * @unverified a cleaned address that is to be pending; forgotten ones for whom neither subscribed nor pending is asked
 */
export const memberLifecycle: Readonly<Record<MemberState, Readonly<Record<AskedStatus, Outcome>>>> = {
  absent: ANY,
  subscribed: ANY,
  pending: ANY,
  'unsubscribed by contact': AFTER_UNSUBSCRIBING,
  'unsubscribed by api': ANY,
  cleaned: AFTER_BOUNCING,
  transactional: ANY,
  archived: ANY,
  'archived after complaint': AFTER_UNSUBSCRIBING,
  forgotten: NEVER,
}
