import { createControl } from '../../../src/engine/control/control.js'
import type { Exchange, Reply } from '../../../src/engine/exchange.js'
import { Sandbox, type SandboxOptions } from '../../../src/engine/sandbox.js'
import { toyShop } from '../../support/toy-shop.js'

export const TOKEN = 'a-token-of-this-sandbox'

/** A control API over a toy vendor, and ways to call it as a program or a browser would. */
export async function controlled(options: Partial<SandboxOptions> = {}) {
  const sent: string[] = []
  const sandbox = await Sandbox.create({
    vendors: [toyShop()],
    frozen: true,
    at: Date.UTC(2026, 0, 1),
    transport: async (request) => {
      sent.push(request.url)
      return { status: request.url.includes('bad') ? 500 : 200, body: 'ok' }
    },
    ...options,
  })
  const control = createControl(sandbox, { token: TOKEN, hosts: ['standin.test'], version: '0.0.0' })
  control.port = 4010
  control.setAddress('shop', { url: 'http://127.0.0.1:4011' })

  const raw = async (exchange: Partial<Exchange> & { target: string }): Promise<Reply> => {
    const headers = { host: '127.0.0.1:4010', ...exchange.headers }
    const host = String(headers.host)
      .replace(/:\d+$/, '')
      .replace(/^\[|\]$/g, '')
    const outcome = await control.handle({
      method: 'GET',
      host,
      body: Buffer.from(''),
      secure: false,
      ...exchange,
      headers,
    })
    if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
    return outcome
  }
  const api = async (method: string, path: string, body?: unknown) => {
    const reply = await raw({
      method,
      target: `/_standin${path}`,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    })
    return { status: reply.status, data: JSON.parse(String(reply.body)) }
  }
  const key = () => {
    const runtime = sandbox.runtime('shop')
    if (!runtime) throw new Error('no shop')
    return runtime.definition.credentials.list(sandbox.defaultWorld.view(runtime, ''))[0]?.value ?? ''
  }
  const shop = (method: string, target: string, text = '') =>
    sandbox.handle({
      method,
      target,
      host: 'api.shop.test',
      secure: true,
      headers: { authorization: `Bearer ${key()}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(text),
    })
  return { sandbox, control, sent, raw, api, shop, key }
}
