/**
 * What Marketing has that the source of its description lacks: method, path, names of what the query and the body take. Written
 * down by hand from the vendor's own list of version 3.0.91 (read 2026-11-24); always run.
 */
export const newerFacts: readonly {
  readonly operation: string
  readonly query?: readonly string[]
  readonly body?: readonly string[]
  readonly answer?: readonly string[]
}[] = [
  {
    operation: 'GET /3.0/audiences',
    query: ['fields', 'exclude_fields', 'count', 'offset'],
    answer: ['audiences', 'total_items'],
  },
  {
    operation: 'GET /3.0/audiences/{audience_id}',
    query: ['fields', 'exclude_fields'],
    answer: ['id', 'name', 'stats', 'enabled_channels'],
  },
  {
    operation: 'GET /3.0/audiences/{audience_id}/contacts',
    query: [
      'fields',
      'exclude_fields',
      'count',
      'cursor',
      'created_before',
      'created_since',
      'updated_before',
      'updated_since',
      'sort_field',
      'sort_dir',
    ],
    answer: ['contacts', 'next_cursor', '_links'],
  },
  {
    operation: 'POST /3.0/audiences/{audience_id}/contacts',
    query: ['merge_field_validation_mode', 'data_mode'],
    body: ['language', 'email_channel', 'sms_channel', 'merge_fields', 'tags', 'update_existing'],
    answer: ['id', 'audience_id', 'status', 'email_channel', 'sms_channel', 'created_at', 'last_updated_at'],
  },
  { operation: 'GET /3.0/audiences/{audience_id}/contacts/{contact_id}', query: ['fields', 'exclude_fields'] },
  {
    operation: 'PATCH /3.0/audiences/{audience_id}/contacts/{contact_id}',
    query: ['merge_field_validation_mode', 'data_mode'],
    body: ['language', 'email_channel', 'sms_channel', 'merge_fields', 'tags'],
  },
  { operation: 'POST /3.0/audiences/{audience_id}/contacts/{contact_id}/actions/archive' },
  { operation: 'POST /3.0/audiences/{audience_id}/contacts/{contact_id}/actions/forget' },
  { operation: 'POST /3.0/connected-sites/{connected_site_id}/actions/enable-pixel' },
  { operation: 'POST /3.0/connected-sites/{connected_site_id}/actions/disable-pixel' },
  { operation: 'POST /3.0/lists/{list_id}/surveys', body: ['title', 'sections'] },
  { operation: 'PATCH /3.0/lists/{list_id}/surveys/{survey_id}', body: ['title', 'is_piped_to_inbox', 'sections'] },
  { operation: 'DELETE /3.0/lists/{list_id}/surveys/{survey_id}' },
  { operation: 'POST /3.0/lists/{list_id}/surveys/{survey_id}/actions/replicate', body: ['title', 'list_id'] },
  { operation: 'PUT /3.0/ecommerce/stores/{store_id}/orders/{order_id}', body: ['id', 'customer', 'lines'] },
  { operation: 'PUT /3.0/ecommerce/stores/{store_id}/products/{product_id}', body: ['id', 'title', 'variants'] },
  {
    operation: 'GET /3.0/sms-campaigns',
    query: ['fields', 'exclude_fields', 'count', 'offset'],
    answer: ['sms_campaigns', 'total_items'],
  },
  {
    operation: 'POST /3.0/sms-campaigns',
    body: ['name', 'list_id', 'folder_id', 'segments', 'excluded_segments'],
    answer: ['id', 'web_id', 'status', 'channel', 'recipient_count', 'expire_time', 'is_send_now'],
  },
  { operation: 'GET /3.0/sms-campaigns/{sms_campaign_id}', query: ['fields', 'exclude_fields'] },
  {
    operation: 'PATCH /3.0/sms-campaigns/{sms_campaign_id}',
    body: ['name', 'folder_id', 'segments', 'excluded_segments'],
  },
  { operation: 'DELETE /3.0/sms-campaigns/{sms_campaign_id}' },
  { operation: 'POST /3.0/sms-campaigns/{sms_campaign_id}/actions/send' },
  { operation: 'POST /3.0/sms-campaigns/{sms_campaign_id}/actions/schedule', body: ['schedule_time'] },
  { operation: 'POST /3.0/sms-campaigns/{sms_campaign_id}/actions/cancel-send' },
  {
    operation: 'GET /3.0/sms-campaigns/{sms_campaign_id}/content',
    answer: ['message_body', 'estimated_segments', 'merge_fields', 'media', 'source', 'properties'],
  },
  { operation: 'PUT /3.0/sms-campaigns/{sms_campaign_id}/content', body: ['message_body', 'media'] },
  {
    operation: 'POST /3.0/lists/{list_id}/webhooks',
    body: ['url', 'events', 'sources', 'signing_enabled'],
    answer: ['signing_enabled', 'signing_secret'],
  },
]
