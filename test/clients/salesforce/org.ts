import jsforce from 'jsforce'
import { salesforce } from '../../../mocks/salesforce/vendor.js'
import type { SalesforceWorld } from '../../../mocks/salesforce/world.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { Sandbox } from '../../../src/engine/sandbox.js'

const OBJECTS = {
  Account: { fields: { Ext__c: { type: 'string', length: 40, externalId: true } } },
  UpsertTable__c: { label: 'Upsert Table', fields: { ExtId__c: { type: 'string', length: 40, externalId: true } } },
}

/** An org behind a port of its own, and jsforce, unmodified, connected to it. */
export async function connectedOrg() {
  const failures: unknown[] = []
  const sandbox = await Sandbox.create({
    vendors: [salesforce],
    at: Date.UTC(2026, 0, 15, 9),
    strict: true,
    settings: { salesforce: { objects: OBJECTS } },
    onFailure: (error) => failures.push(error),
  })
  const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'salesforce' })
  const runtime = sandbox.runtime('salesforce')
  if (!runtime) throw new Error('No Salesforce.')
  const view = sandbox.defaultWorld.view<SalesforceWorld>(runtime, '')
  const env = Object.fromEntries(salesforce.credentials.list(view).map(({ variable, value }) => [variable, value]))
  const connection = new jsforce.Connection({
    instanceUrl: door.url,
    loginUrl: door.url,
    accessToken: env.SF_ACCESS_TOKEN ?? '',
    version: '59.0',
  })
  const close = async () => {
    await door.close()
    sandbox.close()
  }
  return { sandbox, connection, env, url: door.url, failures, close }
}

export type ConnectedOrg = Awaited<ReturnType<typeof connectedOrg>>
