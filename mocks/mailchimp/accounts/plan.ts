import { problem } from '../errors.js'
import type { MailchimpWorld } from '../world.js'

/**
 * Refuses what only a paid plan has, where `settings.mailchimp.marketingPlan` is `free`.
 * @throws Forbidden (403)
 * @source facts A1 (read 2026-11-23) for the detail; the title as observed for a second audience in a test of
 * django_mailchimp (read 2026-11-24); @unverified which operations a free plan lacks beside a second audience
 */
export function needsPaidPlan(world: MailchimpWorld): void {
  if (world.setting('marketingPlan') !== 'free') return
  throw problem('Forbidden', {
    title: 'User action not permitted',
    detail: 'Authorization Failure: User does not have access to the requested operation',
  })
}
