import { type ChildProcess, fork } from 'node:child_process'
import { Agent } from 'node:https'
import { fileURLToPath } from 'node:url'
import Stripe from 'stripe'
import { stripe as vendor } from '../mocks/stripe/index.js'
import { createNodeDoor } from '../src/doors/node/node-door.js'
import { createLocalTls } from '../src/doors/tls/local-tls.js'
import { Sandbox } from '../src/engine/sandbox.js'

/** What the demo plays with: the stand-in, the official SDK pointed at it, and a shop's webhook endpoint. */
export interface Shop {
  readonly sandbox: Sandbox
  readonly stripe: Stripe
  /** Trusts the stand-in's authority, as the SDK's client does. */
  readonly agent: Agent
  readonly url: string
  readonly hook: string
  /** What the shop's endpoint said since it was last asked. */
  said(): readonly Said[]
  close(): Promise<void>
}

export interface Said {
  readonly took?: string
  readonly refused?: string
}

export async function openShop(): Promise<Shop> {
  const sandbox = await Sandbox.create({ vendors: [vendor], seed: 'demo' })
  const tls = createLocalTls({ domains: ['stripe.com', 'localhost'] })
  const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0, tls })
  const { cert } = await tls.authority()
  const runtime = sandbox.runtime('stripe')
  const [key] = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  const agent = new Agent({ ca: cert, keepAlive: true })
  const stripe = new Stripe(key?.value ?? '', {
    host: 'localhost',
    port: door.port,
    protocol: 'https',
    // Certificates are checked, as they are in production: the stand-in's authority is trusted for this client alone.
    httpAgent: agent,
  })
  const said: Said[] = []
  const [receiver, port] = await startReceiver((message) => said.push(message))
  const hook = `http://localhost:${port}/webhook`
  const endpoint = await stripe.webhookEndpoints.create({ url: hook, enabled_events: ['*'] })
  receiver.send({ secret: endpoint.secret })
  return {
    sandbox,
    stripe,
    agent,
    url: `https://localhost:${door.port}`,
    hook,
    said: () => said.splice(0),
    close: async () => {
      receiver.kill()
      agent.destroy()
      sandbox.close()
      await door.close()
    },
  }
}

function startReceiver(tell: (said: Said) => void): Promise<[ChildProcess, number]> {
  const receiver = fork(fileURLToPath(new URL('./receiver.js', import.meta.url)))
  return new Promise((resolve, reject) => {
    receiver.once('error', reject)
    receiver.once('message', ({ port }: { port: number }) => {
      receiver.on('message', (message) => tell(message as Said))
      resolve([receiver, port])
    })
  })
}
