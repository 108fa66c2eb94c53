import { SandboxError, type StateHandler } from '../../../src/engine/kit.js'
import { insertCampaign } from '../campaigns/create.js'
import { insertList } from '../lists/create.js'
import type { List } from '../lists/list.js'
import { archiveMember } from '../members/archive.js'
import { eraseMember } from '../members/erase.js'
import type { AskedStatus } from '../members/lifecycle.js'
import { lookUpMember, type Member } from '../members/member.js'
import { saveMember } from '../members/save.js'
import type { ApiResource } from '../resources/api-resource.js'
import { insertTemplate } from '../templates/create.js'
import { hearAll } from '../webhooks/deliver.js'
import { newSecret } from '../webhooks/webhook.js'
import type { MailchimpWorld } from '../world.js'
import { transactionalHandlers } from './transactional-handlers.js'

type Params = Readonly<Record<string, unknown>>
type Told = Readonly<Record<string, string>>

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

/** The states that contracts with Mailchimp may name. What stands for an id of the contract is told by it. */
export const handlers: readonly StateHandler<MailchimpWorld>[] = [
  { name: 'an audience with id {id} exists', setUp: audience },
  // What says more comes first: a parameter takes all that is left of a name.
  {
    name: 'an audience with id {id} has the member {email}, who is {status}',
    setUp: (params, world) => member(params, world).told,
  },
  { name: 'an audience with id {id} has the member {email}', setUp: (params, world) => member(params, world).told },
  { name: 'the address {email} is in a compliance state', setUp: complies },
  { name: 'the address {email} was deleted for good', setUp: forgotten },
  { name: 'a store with id {id} of the audience {audience} exists', setUp: store },
  { name: 'a template with id {id} exists', setUp: template },
  { name: 'a campaign with id {id} of the audience {audience} exists', setUp: campaign },
  { name: 'an endpoint is told of {events}', setUp: listens },
  ...transactionalHandlers,
]

function audience({ id, name, double_optin }: Params, world: MailchimpWorld): Told {
  const list = insertList(world, { name: text(name, 'News'), double_optin: double_optin === true })
  return { [String(id)]: list.id }
}

/** The audience that the contract names, or that is made now. */
function audienceOf(id: unknown, world: MailchimpWorld): { readonly list: List; readonly told: Told } {
  const known = world.lists.find(String(id))
  if (known) return { list: known, told: {} }
  const list = insertList(world, { name: 'News' })
  return { list, told: { [String(id)]: list.id } }
}

/** What a contract may call a status: those of the API, and how somebody came to it. */
const STATUSES: Readonly<Record<string, AskedStatus>> = {
  subscribed: 'subscribed',
  unsubscribed: 'unsubscribed',
  pending: 'pending',
  transactional: 'transactional',
  cleaned: 'cleaned',
  archived: 'subscribed',
}

/** @throws SandboxError for a status that there is not, VendorError for an address that Mailchimp does not take */
function member(
  { id, email, status = 'subscribed', merge_fields }: Params,
  world: MailchimpWorld,
): { readonly row: Member; readonly told: Told } {
  const { list, told } = audienceOf(id, world)
  const asked = STATUSES[String(status)]
  if (!asked) {
    const remedy = `Take one of ${Object.keys(STATUSES).join(', ')}.`
    throw new SandboxError('SANDBOX_BAD_INPUT', `A member is never '${String(status)}'.`, remedy)
  }
  const fields = typeof merge_fields === 'object' && merge_fields !== null ? { ...merge_fields } : {}
  const input = { email_address: String(email), status: asked, merge_fields: fields }
  const row = saveMember(world, list, undefined, input, { by: 'api', origin: ORIGIN, skipMergeValidation: true })
  if (status === 'archived') archiveMember(world, row)
  return { row, told }
}

const ORIGIN = 'https://us6.api.mailchimp.com'

/** Of every audience that there is, or of one that is made for it: they have unsubscribed themselves. */
function complies({ email }: Params, world: MailchimpWorld): Told {
  for (const list of audiences(world)) {
    const row = memberOf(world, list, email)
    if (row.compliance !== null) continue
    const active = row.status === 'unsubscribed' ? world.members.put({ ...row, status: 'subscribed' }) : row
    saveMember(world, list, active, { status: 'unsubscribed' }, { by: 'user', origin: ORIGIN })
  }
  return {}
}

function forgotten({ email }: Params, world: MailchimpWorld): Told {
  for (const list of audiences(world)) {
    if (!world.forgotten.has(list.id, String(email))) eraseMember(world, memberOf(world, list, email))
  }
  return {}
}

function audiences(world: MailchimpWorld): readonly List[] {
  if (world.lists.size === 0) insertList(world, { name: 'News' })
  return world.lists.all()
}

function memberOf(world: MailchimpWorld, list: List, email: unknown): Member {
  return lookUpMember(world, list.id, String(email)) ?? member({ id: list.id, email }, world).row
}

function store({ id, audience: owner, name, currency }: Params, world: MailchimpWorld): Told {
  const { list, told } = audienceOf(owner, world)
  const now = world.now()
  const wire = {
    id: String(id),
    list_id: list.id,
    name: text(name, 'Shop'),
    currency_code: text(currency, 'EUR'),
    created_at: now,
    updated_at: now,
  }
  world.resources<ApiResource>('ecommerce/stores').put({ id: String(id), parent: '', wire })
  return told
}

function template({ id, name, html }: Params, world: MailchimpWorld): Told {
  const made = insertTemplate(world, { name: text(name, 'Plain'), html: text(html, '<p mc:edit="body">Hello</p>') })
  return { [String(id)]: made.id }
}

/** Ready to be sent. */
function campaign({ id, audience: owner, subject }: Params, world: MailchimpWorld): Told {
  const { list, told } = audienceOf(owner, world)
  const settings = { subject_line: text(subject, 'Hello'), from_name: 'Shop', reply_to: 'shop@standin.test' }
  const made = insertCampaign(world, { type: 'regular', recipients: { list_id: list.id }, settings }, ORIGIN)
  world.campaigns.put({ ...made, content: { html: '<p>Hello</p>', plain_text: 'Hello' }, contentType: 'html' })
  return { ...told, [String(id)]: made.id }
}

function listens({ url }: Params, world: MailchimpWorld): Told {
  const id = `contract/${world.nextNumber('endpoint of a contract')}`
  hearAll(world, { id, url: String(url), secret: newSecret(world) })
  return {}
}
