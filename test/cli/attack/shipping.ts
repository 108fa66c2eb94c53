import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sign } from '../../support/signed-shop.js'

interface Settings {
  readonly shop: string
  readonly key: string
  readonly secret: () => string
  /** A careful one checks who calls and remembers what it has done; a forgetful one remembers before it has done it. */
  readonly care: 'careful' | 'careless' | 'forgetful'
}

interface Event {
  readonly id: string
  readonly data: { readonly id: string; readonly name?: string }
}

/** A small program with a webhook endpoint: for each thing that is created it asks for a shipment. */
export async function openShipping(settings: Settings) {
  const server = createServer((request, response) => {
    read(request).then(async (text) => {
      if (request.url === '/restart') crash()
      if (request.url === '/restart') return response.end()
      const status = await receive(text, String(request.headers.signature ?? '')).catch(() => 500)
      response.writeHead(status).end()
    })
  })
  /** What was shipped, or is being: by object, so that another event id is no other shipment. */
  const shipped = new Map<string, Promise<void>>()
  /** What a crash does not lose. */
  const written = new Set<string>()
  let life = new AbortController()
  const crash = () => {
    life.abort()
    life = new AbortController()
    shipped.clear()
  }

  async function receive(text: string, signature: string): Promise<number> {
    if (settings.care !== 'careless' && !isGenuine(text, signature)) return 400
    const { data } = JSON.parse(text) as Event
    if (data.name?.startsWith('ship ')) return 200
    if (settings.care === 'careless') {
      // Whatever becomes of it, the sender is told that all is well.
      await ship(data.id, `${Math.random()}`).catch(() => {})
      return 200
    }
    if (written.has(data.id)) return 200
    if (settings.care === 'forgetful') written.add(data.id)
    const underway = shipped.get(data.id) ?? ship(data.id, data.id)
    shipped.set(data.id, underway)
    try {
      await underway
      written.add(data.id)
      return 200
    } catch {
      shipped.delete(data.id)
      return 500
    }
  }

  function isGenuine(text: string, signature: string): boolean {
    const [time = ''] = signature.split(' ')
    return signature === sign(settings.secret(), Number(time), text) && Math.abs(Date.now() - Number(time)) < 300_000
  }

  async function ship(id: string, unique: string): Promise<void> {
    const body = new URLSearchParams({ name: `ship ${unique.slice(-14)}`, size: '1' })
    const headers = { authorization: `Bearer ${settings.key}` }
    const answer = await fetch(`${settings.shop}/things`, { method: 'POST', headers, body, signal: life.signal })
    if (!answer.ok) throw new Error(`${id} was not shipped: ${answer.status}`)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return { url, close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) }
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
