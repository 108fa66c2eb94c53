import type { FieldValue } from '../../../../mocks/salesforce/records/record.js'
import { salesforce } from '../../../../mocks/salesforce/vendor.js'
import type { SalesforceWorld } from '../../../../mocks/salesforce/world.js'
import { Sandbox } from '../../../../src/engine/sandbox.js'

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown> & {
    readonly records: Record<string, unknown>[]
    readonly nextRecordsUrl: string
  }
}

/** An org with records put straight into its tables, asked over the wire. */
export async function org() {
  const failures: unknown[] = []
  const sandbox = await Sandbox.create({
    vendors: [salesforce],
    frozen: true,
    at: Date.UTC(2026, 1, 15, 12),
    strict: true,
    onFailure: (error) => failures.push(error),
  })
  const runtime = sandbox.runtime('salesforce')
  if (!runtime) throw new Error('No Salesforce.')
  const world = sandbox.defaultWorld.view<SalesforceWorld>(runtime, '')
  const token = salesforce.credentials.list(world).find(({ variable }) => variable === 'SF_ACCESS_TOKEN')?.value ?? ''
  return {
    sandbox,
    world,
    failures,
    insert: (object: string, ...rows: Readonly<Record<string, FieldValue>>[]) => insert(sandbox, world, object, rows),
    send: async (
      method: string,
      target: string,
      options: { headers?: Record<string, string>; body?: unknown } = {},
    ) => {
      const outcome = await sandbox.handle({
        method,
        target,
        host: 'acme.my.salesforce.com',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...options.headers },
        secure: true,
        body: Buffer.from(options.body === undefined ? '' : JSON.stringify(options.body)),
      })
      if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
      return { status: outcome.status, body: JSON.parse(String(outcome.body) || 'null') } as Answer
    },
  }
}

function insert(
  sandbox: Sandbox,
  world: SalesforceWorld,
  name: string,
  rows: readonly Readonly<Record<string, FieldValue>>[],
): string[] {
  const object = world.catalogue.object(name)
  if (!object) throw new Error(`No ${name}.`)
  return sandbox.defaultWorld.transact('test', undefined, () =>
    rows.map((row) => {
      const id = world.newId(object)
      world.records(name).insert({ id, Id: id, ...row })
      return id
    }),
  )
}

export const q = (soql: string, resource = 'query') => `/services/data/v59.0/${resource}?q=${encodeURIComponent(soql)}`
