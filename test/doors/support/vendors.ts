import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { HostMap } from '../../../src/doors/host-map.js'
import { createNodeDoor, type NodeDoor } from '../../../src/doors/node/node-door.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import type { Exchange, Outcome } from '../../../src/engine/exchange.js'
import { describe, json } from './echo.js'

interface Vendors {
  dir: string
  caPath: string
  ca: string
  hosts: HostMap
  /** The stand-in of `acme`, which is started; `absent` is not. */
  door: NodeDoor
  /** A server that is no vendor's. */
  other: NodeDoor
  answer: (exchange: Exchange) => Outcome
}

/** Two made-up vendors for a test file: one that is started, one that is not, and a host that is none of both. */
export function useVendors(): Vendors {
  const standing = { answer: (exchange: Exchange): Outcome => json(describe(exchange)) } as Vendors
  beforeAll(async () => {
    standing.dir = await mkdtemp(join(tmpdir(), 'standin-test-'))
    const tls = createLocalTls({ dir: standing.dir, domains: ['acme.test', 'stripe.com', 'localhost'] })
    const authority = await tls.authority()
    standing.ca = authority.cert
    standing.caPath = authority.caPath
    standing.door = await createNodeDoor({ handle: async (exchange) => standing.answer(exchange), tls, vendor: 'acme' })
    standing.other = await createNodeDoor({ handle: async (exchange) => json({ other: describe(exchange) }), tls })
    standing.hosts = [
      { pattern: 'api.acme.test', vendor: 'acme', port: standing.door.port },
      { pattern: 'api.stripe.com', vendor: 'acme', port: standing.door.port },
      { pattern: '*.my.acme.test', vendor: 'acme', port: standing.door.port },
      { pattern: '*.absent.test', vendor: 'absent' },
    ]
  })
  afterAll(async () => {
    await Promise.all([standing.door.close(), standing.other.close()])
    await rm(standing.dir, { recursive: true })
  })
  return standing
}
