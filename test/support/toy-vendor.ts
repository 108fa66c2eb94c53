import type { Exchange, Reply } from '../../src/engine/exchange.js'
import { type Document, defineVendor, type Vendor, VendorError, type VendorWorld } from '../../src/engine/kit.js'
import { Sandbox, type SandboxOptions } from '../../src/engine/sandbox.js'
import type { VendorDefinition } from '../../src/engine/vendor.js'

/** A vendor with the plainest parts, to be overridden by what a probe is about. */
export function toyVendor(parts: Partial<VendorDefinition<VendorWorld>> & { document: Document }): Vendor {
  const { document, ...overrides } = parts
  return defineVendor<VendorWorld>({
    name: 'toy',
    label: 'Toy',
    port: 0,
    hosts: ['api.toy.test'],
    loadDescription: () => document,
    credentials: {
      find: () => undefined,
      claims: () => [],
      authenticate: () => ({}),
      mint: () => {},
      list: () => [],
    },
    errors: {
      problem: (problem) =>
        new VendorError({ status: statusOf(problem.kind), code: problem.kind, message: problem.kind }),
      render: (error) => ({ status: error.status, headers: {}, body: { code: error.code, message: error.message } }),
    },
    wire: {
      codec: (type) => (type?.includes('json') ? 'json' : type?.includes('xml') ? 'xml' : 'form'),
      requestId: (random) => `req_${random.base62(8)}`,
      encode: (body) => ({ contentType: 'application/json', text: JSON.stringify(body) }),
    },
    behaviours: [],
    view: (world) => world,
    ...overrides,
  })
}

function statusOf(kind: string): number {
  if (kind === 'internal') return 500
  if (kind === 'no-route' || kind === 'missing') return 404
  return kind.endsWith('credential') ? 401 : 400
}

export function document(paths: Document['paths'], more: Partial<Document> = {}): Document {
  return { openapi: '3.1.0', info: { title: 'Toy', version: '1' }, paths, ...more }
}

export async function toySandbox(vendor: Vendor, options: Partial<SandboxOptions> = {}) {
  const failures: unknown[] = []
  const sandbox = await Sandbox.create({
    vendors: [vendor],
    frozen: true,
    at: Date.UTC(2026, 0, 1),
    onFailure: (error) => failures.push(error),
    ...options,
  })
  return {
    sandbox,
    failures,
    send: (request: Partial<Exchange> & { target: string; text?: string }) => send(sandbox, request),
  }
}

export async function send(
  sandbox: Sandbox,
  request: Partial<Omit<Exchange, 'body'>> & { target: string; text?: string },
): Promise<Reply> {
  const { text = '', ...rest } = request
  const outcome = await sandbox.handle({
    method: 'POST',
    host: 'api.toy.test',
    headers: {},
    secure: true,
    body: Buffer.from(text),
    ...rest,
  })
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  return outcome
}
