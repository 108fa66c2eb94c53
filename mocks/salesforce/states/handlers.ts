import { SandboxError, type StateHandler } from '../../../src/engine/kit.js'
import { systemActor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { allowance } from '../limits/allowances.js'
import { addOutboundMessage } from '../outbound-messages/outbound-message.js'
import { insertRecord, type Values } from '../records/save.js'
import type { SalesforceWorld } from '../world.js'

type Params = Readonly<Record<string, unknown>>

/** The states that contracts with Salesforce may name. What stands for an id of the contract is told by it. */
export const handlers: readonly StateHandler<SalesforceWorld>[] = [
  { name: 'the rate limit is reached', setUp: (_params, world) => exhaust(world) },
  { name: 'an outbound message tells of {object}', setUp: listens },
  { name: 'a record of {object} with id {id} exists', setUp: record },
  { name: 'a {object} with id {id} exists', setUp: record },
]

/** @throws SandboxError for an object that there is not, and what saving a record throws */
function record({ object: name, id, fields }: Params, world: SalesforceWorld): Record<string, string> {
  const object = named(world, name)
  const given = typeof fields === 'object' && fields !== null ? (fields as Values) : {}
  const made = insertRecord(world, systemActor(world), object, { ...required(object), ...given })
  return { [String(id)]: made.id }
}

function named(world: SalesforceWorld, name: unknown): SObject {
  const object = world.catalogue.object(String(name))
  if (object) return object
  throw new SandboxError(
    'SANDBOX_NOT_FOUND',
    `There is no object '${name}'.`,
    'Give its API name: Account, Invoice__c.',
  )
}

/** The least that a record of an object must have, where that is text. */
function required(object: SObject): Values {
  const fields = object.fields.filter(
    ({ createable, nillable, defaultedOnCreate, type }) =>
      createable && !nillable && !defaultedOnCreate && type === 'string',
  )
  return Object.fromEntries(fields.map(({ name }) => [name, 'Example']))
}

/** As many requests as a day allows are counted, and limits hold from now on. */
function exhaust(world: SalesforceWorld): Record<string, string> {
  const now = world.port.now()
  const most = allowance(world, 'DailyApiRequests')
  while (world.usage.used(now) <= most) world.usage.count(now)
  world.port.world.limits = true
  return {}
}

function listens(
  { object, url, fields, on, includeSessionId }: Params,
  world: SalesforceWorld,
): Record<string, string> {
  addOutboundMessage(world, {
    object: named(world, object).name,
    url: String(url),
    fields: Array.isArray(fields) ? fields.map(String) : [],
    on: on === 'create' || on === 'update' ? on : 'both',
    includeSessionId: includeSessionId === true,
  })
  return {}
}
