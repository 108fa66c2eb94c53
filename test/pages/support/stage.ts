import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import Stripe from 'stripe'
import { stripe as vendor } from '../../../mocks/stripe/index.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { createProxy } from '../../../src/doors/proxy.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { openBrowser, PATIENCE } from '../../support/browser.js'
import { openShop } from './shop-page.js'

interface Options {
  readonly key?: string
  /** The page loads the stand-in's script by its own address, and no proxy is needed. */
  readonly plain?: boolean
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** A page of a shop in a browser, with the loader that shops install, and the names under which it asks for Stripe. */
export async function openStage() {
  const browser = await openBrowser()
  const sandbox = await Sandbox.create({ vendors: [vendor], limits: false })
  const folder = await mkdtemp(join(tmpdir(), 'standin-test-'))
  const tls = createLocalTls({ dir: folder, domains: ['stripe.com', 'localhost'] })
  const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0, tls })
  const proxy = await createProxy({ hosts: [{ pattern: '*.stripe.com', vendor: 'stripe', port: door.port }] })
  const shop = await openShop()
  const runtime = sandbox.runtime('stripe')
  const keys = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  const publishable = keys.find(({ variable }) => variable === 'STRIPE_PUBLISHABLE_KEY')?.value ?? ''
  const stripe = new Stripe(keys[0]?.value ?? '', { host: '127.0.0.1', port: door.port, protocol: 'http' })

  async function visit(script: string, options: Options = {}): Promise<Page> {
    const { colorScheme = 'light', key = publishable, plain, width = 640 } = options
    // Stripe's own hosts are reached by the proxy of `standin run`; what the browser trusts is the user's to say.
    const context = await browser.newContext({
      viewport: { width, height: 720 },
      colorScheme,
      ...(!plain && { proxy: { server: proxy.url }, ignoreHTTPSErrors: true }),
    })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    const query = new URLSearchParams({ key, script, ...(plain && { plain: `${door.url}/v3/` }) })
    await page.goto(`${shop.url}/?${query}`)
    return page
  }

  async function close(): Promise<void> {
    shop.close()
    await browser.close()
    sandbox.close()
    await proxy.close()
    await door.close()
    await rm(folder, { recursive: true })
  }
  return { shop, stripe, visit, close }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
