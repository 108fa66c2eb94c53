import type { Exchange, Outcome } from '../../src/engine/exchange.js'
import { behavioursOf, type Document, type Vendor, type VendorWorld } from '../../src/engine/kit.js'
import type { SandboxOptions } from '../../src/engine/sandbox.js'
import type { VendorDefinition } from '../../src/engine/vendor.js'
import { document, toySandbox, toyVendor } from './toy-vendor.js'

export const { behaviour, behaviourWithBefore } = behavioursOf<object, string, VendorWorld>()

const json = (schema: object) => ({ 200: { content: { 'application/json': { schema } } } })
const form = (schema: object) => ({ content: { 'application/x-www-form-urlencoded': { schema } } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const listOf = (name: string) => ({ type: 'object', properties: { data: { type: 'array', items: ref(name) } } })
const text = { type: 'string', maxLength: 40 }
const bookFields = {
  title: text,
  pages: { type: 'integer' },
  author: { anyOf: [text, { type: 'string', enum: [''] }] },
  tags: { type: 'array', items: text },
  metadata: { type: 'object', additionalProperties: text },
}

const schemas = {
  book: {
    type: 'object',
    required: ['id', 'object', 'title', 'status', 'created'],
    properties: {
      id: { type: 'string' },
      object: { type: 'string', enum: ['book'] },
      status: { type: 'string', enum: ['active', 'archived', 'lost'] },
      created: { type: 'integer' },
      ...bookFields,
      author: { type: ['string', 'null'] },
    },
  },
  review: {
    type: 'object',
    required: ['id', 'object', 'book'],
    properties: {
      id: { type: 'string' },
      object: { const: 'review' },
      book: { type: 'string' },
      stars: { type: 'integer' },
    },
  },
  settings: {
    type: 'object',
    required: ['object'],
    properties: { object: { const: 'settings' }, open: { type: 'boolean' } },
  },
  deleted: {
    type: 'object',
    properties: { object: { const: 'book' }, id: { type: 'string' }, deleted: { type: 'boolean' } },
  },
} as unknown as NonNullable<Document['components']>['schemas']

const closed = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const paging = ['limit', 'after', 'status', 'title'].map((name) => ({
  name,
  in: 'query',
  schema: { type: name === 'limit' ? 'integer' : 'string' },
}))

/** A library's API: books and their reviews, in a description and nothing more. */
export const libraryDocument = (paths: Document['paths'] = {}): Document =>
  document(
    {
      '/books': {
        get: { parameters: paging, responses: json(listOf('book')) },
        post: { requestBody: form(closed(bookFields, ['title'])), responses: json(ref('book')) },
      },
      '/books/{book}': {
        get: { responses: json(ref('book')) },
        post: { requestBody: form(closed(bookFields)), responses: json(ref('book')) },
        delete: { responses: json(ref('deleted')) },
      },
      '/books/{book}/archive': { post: { responses: json(ref('book')) } },
      '/books/{book}/shake': { post: { responses: json(ref('book')) } },
      '/books/{book}/reviews': {
        get: { responses: json(listOf('review')) },
        post: { requestBody: form(closed({ stars: { type: 'integer' } })), responses: json(ref('review')) },
      },
      '/settings': { get: { responses: json(ref('settings')) } },
      '/work': { post: { requestBody: { content: { 'application/json': { schema: {} } } } } },
      ...paths,
    },
    { components: { schemas: schemas ?? {} } },
  )

type Parts = Partial<VendorDefinition<VendorWorld>> & { document?: Document }

/** A vendor with keys and generic answers, to be overridden by what a test is about. `POST /work` has no behaviour yet. */
export function libraryVendor(parts: Parts = {}): Vendor {
  return toyVendor({
    document: libraryDocument(),
    credentials: {
      live: { hint: '_live_', pattern: /key_live_[a-z0-9]+/ },
      find: (call) => call.header('authorization'),
      claims: (_call, credential) => (credential ? [credential] : []),
      authenticate: () => ({}),
      mint: (world) => world.claim(`key_test_${world.name}`),
      list: (world) => [{ label: 'key', variable: 'KEY', value: `key_test_${world.name}`, secret: true }],
    },
    idempotency: {
      key: (call) => call.header('idempotency-key'),
      lifetime: 24 * 3_600_000,
      replayHeaders: (original) => ({ Replayed: original }),
    },
    generic: {
      stamp: (_type, world) => ({ created: Math.floor(world.now() / 1000) }),
      newId: (type, world) => `${type}_${world.random.base62(8)}`,
      list: (call, { type, filter }, view) => {
        const { limit = 10, after } = call.query as { limit?: number; after?: string }
        const { rows, hasMore } = (view as VendorWorld).table(type).page({ limit, after, filter })
        return { data: rows, has_more: hasMore }
      },
      deleted: (type, id) => ({ object: type, id, deleted: true }),
      merge: (row, patch) => ({ ...row, ...patch }),
      event: (type, change) => (type === 'book' ? `book.${change}` : undefined),
    },
    ...parts,
  })
}

export interface Said {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read as a test sees fit.
  readonly body: any
  readonly text: string
}

/** A sandbox with the library in it, and a way to call it with the default world's key. */
export async function library(parts: Parts = {}, options: Partial<SandboxOptions> = {}) {
  const { sandbox, failures } = await toySandbox(libraryVendor(parts), options)
  const exchange = (method: string, target: string, body: string | object = '', headers: Exchange['headers'] = {}) => ({
    method,
    target,
    host: 'api.toy.test',
    secure: true,
    headers: {
      authorization: 'key_test_default',
      'content-type': typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json',
      ...headers,
    },
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  })
  const outcome = (...request: Parameters<typeof exchange>): Promise<Outcome> => sandbox.handle(exchange(...request))
  const call = async (...request: Parameters<typeof exchange>): Promise<Said> => said(await outcome(...request))
  const work = (headers: Exchange['headers'] = {}, body: object = {}) => call('POST', '/work', body, headers)
  return { sandbox, failures, exchange, outcome, call, work, world: sandbox.defaultWorld }
}

function said(outcome: Outcome): Said {
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  const { status, headers } = outcome
  const whole = String(outcome.body)
  return { status, headers, text: whole, body: whole === '' ? undefined : JSON.parse(whole) }
}
