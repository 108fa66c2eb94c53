import { behavioursOf, type Vendor, VendorError, type VendorWorld } from '../../src/engine/kit.js'
import { document, toyVendor } from './toy-vendor.js'

// A vendor with keys, things, an action that cannot be guessed, and webhooks: enough for all that a user of the sandbox does.
const { behaviour } = behavioursOf<object, string, VendorWorld>()
const thing = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    object: { const: 'thing' },
    name: { type: 'string' },
    secret: { type: 'string' },
  },
  required: ['id', 'object', 'name'],
}
const answers = { responses: { 200: { content: { 'application/json': { schema: thing } } } } }
const form = (schema: object) => ({ requestBody: { content: { 'application/x-www-form-urlencoded': { schema } } } })
const create = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 20 },
    size: { type: 'integer' },
    colour: { enum: ['red', 'green'] },
  },
  required: ['name', 'size'],
  additionalProperties: false,
}

interface Endpoint {
  readonly id: string
  readonly url: string
  readonly secrets: readonly string[]
}

/** A key that another one took the place of; its id is the key. */
interface Retired {
  readonly id: string
  readonly until: number
}

/** A vendor for tests of what is around the engine. Give the port 0. */
export function toyShop(name = 'shop', sells = 'thing'): Vendor {
  return toyVendor({
    name,
    label: 'Shop',
    hosts: [`api.${name}.test`],
    document: document(
      {
        '/things': { post: { ...form(create), ...answers } },
        '/things/{id}': { get: answers },
        '/things/{id}/frobnicate': { post: answers },
      },
      { 'x-source': `${name}@1.2.3`, 'x-events': { [`${sells}.created`]: thing, [`${sells}.lost`]: thing } },
    ),
    settings: { rawCards: 'boolean' },
    credentials: {
      live: { hint: 'live', pattern: /key_live_\w+/ },
      find: (call) => /^Bearer (.+)$/.exec(call.header('authorization') ?? '')?.[1],
      claims: (_call, credential) => (credential ? [credential] : []),
      authenticate: (call, world) => {
        if (!call.credential) throw new VendorError({ status: 401, message: 'no key' })
        const old = world.table<Retired>('retired').find(call.credential)
        const over = old !== undefined && old.until <= world.now()
        world.access.came(call.credential, call, over)
        if (over) throw new VendorError({ status: 401, message: 'that key is over' })
        return {}
      },
      authorise: (call, _caller, world) => {
        if (call.operation) world.access.needed('key', 'right', call.exchange.method.toLowerCase(), 'used', call)
      },
      holders: () => [
        {
          id: 'key',
          kind: 'key',
          name: 'of the shop',
          variable: `${name.toUpperCase()}_KEY`,
          grants: ['get', 'post', 'delete'].map((right) => ({ kind: 'right', name: right })),
        },
      ],
      mint: (world) => {
        const key = `key_test_${world.random.base62(99)}`
        world.claim(key)
        world.table('keys').insert({ id: 'key', secret: key } as never)
      },
      owner: (world) => ({
        authorization: `Bearer ${world.table<{ id: string; secret: string }>('keys').find('key')?.secret}`,
      }),
      rolls: () => [`${name.toUpperCase()}_KEY`],
      retired: (world) =>
        world
          .table<Retired>('retired')
          .all()
          .map(({ id, until }) => ({
            variable: `${name.toUpperCase()}_KEY`,
            label: 'secret key',
            value: id,
            until,
          })),
      roll: (_variable, overlap, world) => {
        const old = world.table<{ id: string; secret: string }>('keys').find('key')
        if (old) world.table<Retired>('retired').insert({ id: old.secret, until: world.now() + overlap })
        const secret = `key_test_${world.random.base62(99)}`
        world.claim(secret)
        world.table('keys').put({ id: 'key', secret } as never)
      },
      list: (world) => {
        const key = world.table<{ id: string; secret: string }>('keys').find('key')
        return [{ label: 'secret key', variable: `${name.toUpperCase()}_KEY`, value: key?.secret ?? '', secret: true }]
      },
    },
    limits: {
      check: (_call, world) => {
        world.world.limiter.take('shop', 5, 60_000, world.now())
      },
      view: (world) => [
        { name: 'requests', used: world.world.limiter.used('shop', world.now()), limit: 5, window: 60_000 },
        { name: 'uploads', used: 0, limit: 3 },
      ],
    },
    states: {
      handlers: [],
      ids: [
        {
          pattern: /\b(thing_)[A-Za-z0-9]{8}\b/,
          example: (kept, _seen, draw) => kept + draw(8),
          matcher: (kept) => `^${kept}\\w+$`,
        },
      ],
    },
    behaviours: [
      behaviour('POST /things', ({ body }, world) => {
        const row = { id: `thing_${world.random.base62(8)}`, object: 'thing', ...(body as object) }
        world.table('things').insert(row)
        world.emit('thing.created', row)
        return row
      }),
    ],
    events: {
      record: (event, world) => {
        const id = `evt_${world.random.base62(8)}`
        world.table('events').insert({ id, type: event.type, data: event.object } as never)
        return world
          .table<Endpoint>('endpoints')
          .all()
          .map((endpoint) => ({ event: id, endpoint: endpoint.id, url: endpoint.url }))
      },
      request: (delivery) => ({
        method: 'POST',
        url: delivery.url,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: delivery.event, type: delivery.type }),
      }),
      retryAfter: (attempts) => (attempts < 3 ? 60_000 : undefined),
      wanted: (delivery, world) => world.table('endpoints').has(delivery.endpoint),
      accepts: (status) => status < 300,
      timeout: 2000,
      trigger: (type, world) => world.emit(type, { id: 'thing_0' }),
      subscribe: (url, world, chance, kept) => {
        const endpoint = `we_${world.random.base62(8)}`
        const secret = kept ?? `whsec_${chance.base62(16)}`
        world.table('endpoints').insert({ id: endpoint, url, secrets: [secret] } as never)
        return { endpoint, secret }
      },
      secrets: (endpoint, world) => world.table<Endpoint>('endpoints').find(endpoint)?.secrets ?? [],
      roll: (endpoint, overlap, world) => {
        const secret = `whsec_${world.random.base62(8)}`
        const old = world.table<Endpoint>('endpoints').find(endpoint)?.secrets ?? []
        world.table<Endpoint>('endpoints').update(endpoint, { secrets: [secret, ...(overlap > 0 ? old : [])] })
        return secret
      },
      unsubscribe: (endpoint, world) => void world.table('endpoints').delete(endpoint),
      endpoints: (world) =>
        world
          .table<Endpoint>('endpoints')
          .all()
          .map(({ id, url }) => ({ id, url, events: ['*'], enabled: true })),
    },
  })
}
