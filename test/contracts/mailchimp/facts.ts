/** Facts about the two APIs, checked by hand against the vendor's own documentation: method, path, names of fields. Always run. */
export const facts: readonly {
  readonly operation: string
  readonly request: readonly string[]
  readonly answer: readonly string[]
}[] = [
  { operation: 'GET /3.0/ping', request: [], answer: ['health_status'] },
  {
    operation: 'POST /3.0/lists',
    request: ['name', 'permission_reminder', 'email_type_option', 'contact', 'campaign_defaults', 'double_optin'],
    answer: ['id', 'web_id', 'name', 'stats', 'double_optin', '_links'],
  },
  {
    operation: 'POST /3.0/lists/{list_id}/members',
    request: ['email_address', 'status', 'merge_fields', 'interests', 'tags', 'marketing_permissions', 'vip'],
    answer: [
      'id',
      'email_address',
      'unique_email_id',
      'contact_id',
      'status',
      'merge_fields',
      'stats',
      'tags',
      '_links',
    ],
  },
  {
    operation: 'PUT /3.0/lists/{list_id}/members/{subscriber_hash}',
    request: ['email_address', 'status_if_new', 'status'],
    answer: ['id', 'list_id', 'last_changed', 'timestamp_opt', 'ip_opt'],
  },
  {
    operation: 'POST /3.0/lists/{list_id}/members/{subscriber_hash}/actions/delete-permanent',
    request: [],
    answer: [],
  },
  {
    operation: 'POST /3.0/lists/{list_id}/members/{subscriber_hash}/tags',
    request: ['tags', 'is_syncing'],
    answer: [],
  },
  {
    operation: 'POST /3.0/lists/{list_id}',
    request: ['members', 'update_existing', 'sync_tags'],
    answer: ['new_members', 'updated_members', 'errors', 'total_created', 'total_updated', 'error_count'],
  },
  {
    operation: 'POST /3.0/lists/{list_id}/segments',
    request: ['name', 'static_segment', 'options'],
    answer: ['member_count'],
  },
  {
    operation: 'POST /3.0/batches',
    request: ['operations'],
    answer: [
      'id',
      'status',
      'total_operations',
      'finished_operations',
      'errored_operations',
      'submitted_at',
      'completed_at',
      'response_body_url',
    ],
  },
  {
    operation: 'POST /3.0/lists/{list_id}/webhooks',
    request: ['url', 'events', 'sources'],
    answer: ['id', 'url', 'list_id'],
  },
  {
    operation: 'PUT /3.0/campaigns/{campaign_id}/content',
    request: ['html', 'plain_text', 'template'],
    answer: ['html'],
  },
  { operation: 'GET /3.0/campaigns/{campaign_id}/send-checklist', request: [], answer: ['is_ready', 'items'] },
  {
    operation: 'POST /3.0/campaigns/{campaign_id}/actions/schedule',
    request: ['schedule_time', 'timewarp', 'batch_delivery'],
    answer: [],
  },
  {
    operation: 'GET /3.0/reports/{campaign_id}',
    request: [],
    answer: ['emails_sent', 'opens', 'clicks', 'bounces', 'unsubscribed', 'abuse_reports'],
  },
  { operation: 'GET /3.0/search-members', request: [], answer: ['exact_matches', 'full_search'] },
  { operation: 'POST /api/1.0/messages/send', request: ['key', 'message'], answer: [] },
  { operation: 'POST /api/1.0/users/ping', request: ['key'], answer: [] },
]
