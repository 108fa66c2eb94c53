import { ADDRESS, OTHER } from './furnish.js'

/** Of these there is none in an account where nobody has done more than call the API: they are made in the vendor's application. */
export const NEVER_THERE: readonly string[] = [
  '/conversations/{conversation_id}',
  '/facebook-ads/{outreach_id}',
  '/reporting/',
  '/abuse-reports/{report_id}',
  '/journeys/{journey_id}',
]

/** What is sent where the least that is required will not do. */
export function bodies(ids: Readonly<Record<string, string>>): Record<string, object> {
  const url = (name: string) => `https://hooks.acme.test/${name}`
  return {
    'POST /3.0/lists/{list_id}/members': { email_address: 'new@hopper.test', status: 'subscribed' },
    'PUT /3.0/lists/{list_id}/members/{subscriber_hash}': { email_address: ADDRESS, status_if_new: 'subscribed' },
    'POST /3.0/lists/{list_id}': { members: [{ email_address: 'third@hopper.test', status: 'subscribed' }] },
    'POST /3.0/lists/{list_id}/segments/{segment_id}/members': { email_address: ADDRESS },
    'POST /3.0/lists/{list_id}/members/{subscriber_hash}/events': { name: 'bought' },
    'POST /3.0/lists/{list_id}/webhooks': { url: url('a') },
    'PATCH /3.0/lists/{list_id}/webhooks/{webhook_id}': { url: url('b') },
    'POST /3.0/batch-webhooks': { url: url('c') },
    'PATCH /3.0/batch-webhooks/{batch_webhook_id}': { url: url('d') },
    'POST /3.0/batches': { operations: [{ method: 'GET', path: '/ping' }] },
    'POST /3.0/campaigns/{campaign_id}/actions/schedule': { schedule_time: '2026-01-02T00:00:00+00:00' },
    'POST /3.0/campaigns/{campaign_id}/actions/test': { test_emails: [ADDRESS], send_type: 'html' },
    'POST /3.0/automations': {
      recipients: { list_id: ids.listId },
      trigger_settings: { workflow_type: 'abandonedCart' },
    },
    'POST /3.0/automations/{workflow_id}/emails/{workflow_email_id}/queue': { email_address: OTHER },
    'POST /3.0/automations/{workflow_id}/removed-subscribers': { email_address: ADDRESS },
    'POST /3.0/verified-domains': { verification_email: 'me@other.test' },
    'POST /3.0/verified-domains/{domain_name}/actions/verify': { code: ids.domainCode },
    'POST /3.0/ecommerce/stores': { id: 'store2', list_id: ids.listId, name: 'Second', currency_code: 'EUR' },
    'POST /3.0/ecommerce/stores/{store_id}/customers': { id: 'c2', email_address: OTHER, opt_in_status: true },
    'POST /3.0/file-manager/files': { name: 'b.txt', file_data: 'aGVsbG8=' },
  }
}
