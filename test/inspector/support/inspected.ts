import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { mailchimp } from '../../../mocks/mailchimp/index.js'
import { salesforce } from '../../../mocks/salesforce/index.js'
import { stripe } from '../../../mocks/stripe/index.js'
import { workday } from '../../../mocks/workday/index.js'
import { createNodeDoor, type NodeDoor } from '../../../src/doors/node/node-door.js'
import { Recorder } from '../../../src/engine/bundles/recorder.js'
import { createControl } from '../../../src/engine/control/control.js'
import { Sandbox, type SandboxOptions } from '../../../src/engine/sandbox.js'
import { inspectorFolder } from '../../../src/inspector/built.js'
import { PATIENCE } from '../../support/browser.js'

export const TOKEN = 'token-of-the-test'
export const VENDORS = [stripe, mailchimp, salesforce, workday]

/** Builds the page where its sources have changed: takes no time where set-up has. */
export function builtInspector(): string {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../../scripts/inspector.mjs', import.meta.url))])
  const folder = inspectorFolder()
  if (folder === undefined) throw new Error('The inspector was not built.')
  return folder
}

/** All that `standin start` opens, in this process. */
export async function inspected(options: Partial<SandboxOptions> = {}) {
  const sandbox = await Sandbox.create({ vendors: VENDORS, ...options })
  const recorder = new Recorder(sandbox)
  const control = createControl(sandbox, { token: TOKEN, recorder, version: '0.0.0', inspector: builtInspector() })
  const doors = new Map<string, NodeDoor>()
  for (const { name } of sandbox.vendors) {
    const door = await createNodeDoor({ handle: sandbox.handle, vendor: name, port: 0 })
    doors.set(name, door)
    control.setAddress(name, { url: door.url })
  }
  const controlDoor = await createNodeDoor({ handle: control.handle, port: 0, bodyLimit: control.bodyLimitOf })
  control.port = controlDoor.port
  const { url } = controlDoor
  const api = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/_standin${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const close = async () => {
    recorder.close()
    sandbox.close()
    for (const door of [...doors.values(), controlDoor]) await door.close()
  }
  return { sandbox, control, url, api, close, doorOf: (vendor: string) => doors.get(vendor)?.url ?? '' }
}

export type Inspected = Awaited<ReturnType<typeof inspected>>

export interface Opened {
  readonly page: Page
  /** What the browser complained of, and what asked for anything elsewhere. */
  readonly wrong: string[]
}

/** The page as a person opens it who clicks what `standin start` has printed. */
export async function openInspector(
  browser: Browser,
  url: string,
  options: { readonly scheme?: 'light' | 'dark'; readonly width?: number; readonly hash?: string } = {},
): Promise<Opened> {
  const { scheme = 'light', width = 1280, hash = `#token=${TOKEN}` } = options
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme, acceptDownloads: true })
  page.setDefaultTimeout(PATIENCE)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  // An answer of 404 is an answer: no scenario is on.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[14]/.test(message.text())) wrong.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('blob:'))
      wrong.push(`asked: ${request.url()}`)
  })
  await page.goto(`${url}/${hash}`)
  return { page, wrong }
}

export async function go(page: Page, view: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#/${view}`)}`)
}

/** Where screenshots go, for docs/images: only where they are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.STANDIN_SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
