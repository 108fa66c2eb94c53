import { needsPaidPlan } from '../accounts/plan.js'
import { behaviour } from '../api.js'
import { insertMergeField, MERGE_FIELDS_OF_A_NEW_LIST } from '../merge-fields/merge-field.js'
import type { MailchimpWorld } from '../world.js'
import { type List, type ListSettings, renderList } from './list.js'

/** What a new audience has where the request says nothing. */
const DEFAULTS: ListSettings = {
  name: '',
  contact: {},
  permission_reminder: '',
  use_archive_bar: true,
  campaign_defaults: {},
  notify_on_subscribe: '',
  notify_on_unsubscribe: '',
  email_type_option: false,
  double_optin: false,
  marketing_permissions: false,
}

/** The permissions that an audience with them begins with. */
const PERMISSIONS = ['Email', 'Direct Mail', 'Customized Online Advertising']

/**
 * Makes an audience, with the merge fields that every new one has.
 * @throws Forbidden (403) for a second one on a free plan
 * @source https://mailchimp.com/developer/marketing/api/lists/add-list/ (read 2026-11)
 */
export const create = behaviour('POST /3.0/lists', ({ body, call }, world) => {
  if (world.lists.size > 0) needsPaidPlan(world)
  return renderList(world, insertList(world, { ...DEFAULTS, ...body }), call.origin)
})

export function insertList(world: MailchimpWorld, settings: Partial<ListSettings>): List {
  const id = world.port.random.hex(10)
  const list = world.lists.insert({
    id,
    parent: '',
    webId: world.nextNumber('list'),
    created: world.now(),
    settings: { ...DEFAULTS, ...settings },
    sinceSend: { subscribed: 0, unsubscribed: 0, cleaned: 0 },
    lastSubscribed: '',
    lastUnsubscribed: '',
    lastSent: '',
    permissions: settings.marketing_permissions ? permissions(world) : [],
  })
  for (const field of MERGE_FIELDS_OF_A_NEW_LIST) insertMergeField(world, id, field)
  return list
}

export function permissions(world: MailchimpWorld): List['permissions'] {
  return PERMISSIONS.map((text) => ({ id: world.port.random.hex(10), text }))
}
