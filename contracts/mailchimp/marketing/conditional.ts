/**
 * Properties that an answer does not always have, by the title of the object they are in. Everything else that is described
 * is always there. This list may only shrink.
 */
const CONDITIONAL: Readonly<Record<string, readonly string[]>> = {
  // A link says what schema fits what it leads to, or what may be sent there, or neither.
  'Resource Link': ['schema', 'targetSchema'],
}

/** The same of whatever object they are in: there is nothing to say where it has not happened. */
const ANYWHERE = new Set([
  'unsubscribe_reason',
  'last_note',
  'marketing_permissions',
  'ab_split_opts',
  'variate_settings',
  'variate_contents',
  'rss_opts',
  'rss_last_send',
  'ab_split',
  'absplit_group',
  'timewarp',
  'segment_opts',
  'saved_segment_id',
  'prebuilt_segment_id',
  'conditions',
  'match',
])

export function isConditional(title: string, property: string): boolean {
  return ANYWHERE.has(property) || (CONDITIONAL[title]?.includes(property) ?? false)
}
