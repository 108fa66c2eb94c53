import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { salesforce as vendor } from '../../mocks/salesforce/vendor.js'
import { createNodeDoor, type NodeDoor } from '../../src/doors/node/node-door.js'
import { Sandbox } from '../../src/engine/sandbox.js'
import { hasBrowser, openBrowser, PATIENCE, unlessSkipped } from '../support/browser.js'

// A person in a browser, sent by an app to log in at their org.
let browser: Browser
let door: NodeDoor
let sandbox: Sandbox
let env: Readonly<Record<string, string>> = {}
const app = createServer((_request, response) => response.end('Back in the app'))
let callback = ''

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  sandbox = await Sandbox.create({ vendors: [vendor], limits: false })
  door = await createNodeDoor({ handle: sandbox.handle, vendor: 'salesforce', port: 0 })
  const runtime = sandbox.runtime('salesforce')
  const listed = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  env = Object.fromEntries(listed.map(({ variable, value }) => [variable, value]))
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  const address = app.address()
  callback = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/callback`
})

afterAll(async () => {
  app.close()
  await browser?.close()
  sandbox?.close()
  await door?.close()
})

async function askToLogIn(more: Record<string, string> = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 640, height: 640 } })
  page.setDefaultTimeout(PATIENCE)
  const query = {
    response_type: 'code',
    client_id: env.SF_CLIENT_ID ?? '',
    redirect_uri: callback,
    state: 'x&1',
    ...more,
  }
  await page.goto(`${door.url}/services/oauth2/authorize?${new URLSearchParams(query)}`)
  return page
}

async function logIn(page: Page, password = env.SF_PASSWORD_SUSER ?? ''): Promise<void> {
  await page.getByLabel('Username').fill(env.SF_USERNAME_SUSER ?? '')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log In' }).click()
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.STANDIN_SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/salesforce-${name}.png` })
}

async function token(form: Record<string, string>): Promise<Record<string, string>> {
  const client = { client_id: env.SF_CLIENT_ID ?? '', client_secret: env.SF_CLIENT_SECRET ?? '' }
  const body = new URLSearchParams({ ...client, ...form })
  const answer = await fetch(`${door.url}/services/oauth2/token`, { method: 'POST', body })
  return (await answer.json()) as Record<string, string>
}

test.skipIf(!hasBrowser)(unlessSkipped('a person who refuses goes back to the app, which is told'), async () => {
  const page = await askToLogIn()
  await shoot(page, 'login')
  await logIn(page)
  await page.getByRole('heading', { name: 'Allow Access?' }).waitFor()
  await shoot(page, 'consent')
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.waitForURL(`${callback}?**`)
  const { searchParams } = new URL(page.url())
  expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['access_denied', 'x&1'])
})

test.skipIf(!hasBrowser)(
  unlessSkipped('a person allows it with the keyboard alone, and the app gets its tokens'),
  async () => {
    const page = await askToLogIn({ scope: 'api refresh_token' })
    // The field that comes first has the focus by itself.
    await page.locator(':focus').waitFor()
    await page.keyboard.type(env.SF_USERNAME_SUSER ?? '')
    await page.keyboard.press('Tab')
    await page.keyboard.type(env.SF_PASSWORD_SUSER ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Allow Access?' }).waitFor()
    expect(await page.locator('li').allTextContents()).toHaveLength(2)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Allow')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${callback}?**`)
    const code = new URL(page.url()).searchParams.get('code') ?? ''
    const tokens = await token({ grant_type: 'authorization_code', code, redirect_uri: callback })
    expect(tokens).toMatchObject({ scope: 'api refresh_token', refresh_token: expect.stringMatching(/^5Aep861/) })
  },
)

test.skipIf(!hasBrowser)(unlessSkipped('a wrong password is told, and may be tried again'), async () => {
  const page = await askToLogIn({ login_hint: 'somebody@acme.test', prompt: 'consent' })
  expect(await page.getByLabel('Username').inputValue()).toBe('somebody@acme.test')
  await logIn(page, 'wrong')
  expect(await page.getByRole('alert').textContent()).toContain('Please check your username and password.')
  await shoot(page, 'wrong-password')
  // The name is still there, and the password has the focus.
  await page.locator(':focus').waitFor()
  expect(await page.getByLabel('Username').inputValue()).toBe(env.SF_USERNAME_SUSER)
  await page.keyboard.type(env.SF_PASSWORD_SUSER ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Allow Access?' }).waitFor()
})

test.skipIf(!hasBrowser)(unlessSkipped('an app that there is not is told on a page'), async () => {
  const page = await askToLogIn({ client_id: '<script>document.title=1</script>' })
  expect(await page.getByRole('heading').textContent()).toBe('OAuth Error')
  await shoot(page, 'error')
})

test.skipIf(!hasBrowser)(unlessSkipped('a person connects a device by the code that it shows'), async () => {
  const device = await token({ response_type: 'device_code', scope: 'api' })
  const page = await browser.newPage({ viewport: { width: 640, height: 640 } })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`${device.verification_uri}?user_code=${device.user_code}`)
  expect(await page.getByLabel('Code that the device shows').inputValue()).toBe(device.user_code)
  await page.getByLabel('Username').fill(env.SF_USERNAME_SUSER ?? '')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.getByRole('alert').waitFor()
  await shoot(page, 'device')
  await page.getByLabel('Username').fill(env.SF_USERNAME_SUSER ?? '')
  await page.getByLabel('Password').fill(env.SF_PASSWORD_SUSER ?? '')
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.getByRole('heading', { name: "You're connected" }).waitFor()
  await shoot(page, 'device-connected')
  expect(await token({ grant_type: 'device', code: device.device_code ?? '' })).toMatchObject({ token_type: 'Bearer' })
})

test.skipIf(!hasBrowser)(unlessSkipped('on a telephone nothing is wider than the screen'), async () => {
  const page = await askToLogIn()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'login-narrow-dark')
})
