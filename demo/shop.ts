import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Stripe from 'stripe'
import { mailchimp } from '../mocks/mailchimp/index.js'
import { stripe as vendor } from '../mocks/stripe/index.js'
import { createNodeDoor } from '../src/doors/node/node-door.js'
import { createLocalTls } from '../src/doors/tls/local-tls.js'
import { Sandbox } from '../src/engine/sandbox.js'

/** What the demo plays with: the stand-ins, the official SDK pointed at one, and a shop's webhook endpoint that sends mail through the other. */
export interface Shop {
  readonly sandbox: Sandbox
  readonly stripe: Stripe
  /** Trusts the stand-in's authority, as the SDK's client does. */
  readonly agent: Agent
  readonly url: string
  readonly mailUrl: string
  readonly hook: string
  /** What the shop's endpoint said since it was last asked. */
  said(): readonly Said[]
  close(): Promise<void>
}

export interface Said {
  readonly took?: string
  readonly refused?: string
  /** What it did because of it. */
  readonly did?: string
}

export async function openShop(): Promise<Shop> {
  const sandbox = await Sandbox.create({ vendors: [vendor, mailchimp], seed: 'demo' })
  const tls = createLocalTls({ domains: ['stripe.com', 'localhost'] })
  const open = (name: string) => createNodeDoor({ handle: sandbox.handle, vendor: name, port: 0, tls })
  const [door, mailDoor] = await Promise.all([open('stripe'), open('mailchimp')])
  const { cert } = await tls.authority()
  const agent = new Agent({ ca: cert, keepAlive: true })
  const stripe = new Stripe(credential(sandbox, 'STRIPE_SECRET_KEY'), {
    host: 'localhost',
    port: door.port,
    protocol: 'https',
    // Certificates are checked, as they are in production: the stand-in's authority is trusted for this client alone.
    httpAgent: agent,
  })
  const said: Said[] = []
  const folder = mkdtempSync(join(tmpdir(), 'standin-demo-'))
  writeFileSync(join(folder, 'ca.pem'), cert)
  const [receiver, port] = await startReceiver(join(folder, 'ca.pem'), (message) => said.push(message))
  const hook = `http://localhost:${port}/webhook`
  const endpoint = await stripe.webhookEndpoints.create({ url: hook, enabled_events: ['*'] })
  const mail = { key: credential(sandbox, 'MANDRILL_API_KEY'), url: `https://localhost:${mailDoor.port}` }
  receiver.send({ secret: endpoint.secret, mail })
  return {
    sandbox,
    stripe,
    agent,
    url: `https://localhost:${door.port}`,
    mailUrl: mail.url,
    hook,
    said: () => said.splice(0),
    close: async () => {
      receiver.kill()
      agent.destroy()
      sandbox.close()
      await Promise.all([door.close(), mailDoor.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function credential(sandbox: Sandbox, name: string): string {
  for (const runtime of sandbox.vendors) {
    const view = sandbox.defaultWorld.view(runtime, '')
    const found = runtime.definition.credentials.list(view).find(({ variable }) => variable === name)
    if (found) return found.value
  }
  throw new Error(`No vendor has ${name}.`)
}

function startReceiver(authority: string, tell: (said: Said) => void): Promise<[ChildProcess, number]> {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority }
  const receiver = fork(fileURLToPath(new URL('./receiver.js', import.meta.url)), { env })
  return new Promise((resolve, reject) => {
    receiver.once('error', reject)
    receiver.once('message', ({ port }: { port: number }) => {
      receiver.on('message', (message) => tell(message as Said))
      resolve([receiver, port])
    })
  })
}
