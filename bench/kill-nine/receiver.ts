import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An endpoint that answers late at times, so that attempts are under way when the sender is killed. */
export async function createReceiver() {
  /** How often each event has come. */
  const came = new Map<string, number>()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { id } = JSON.parse(Buffer.concat(parts).toString()) as { id: string }
      came.set(id, (came.get(id) ?? 0) + 1)
      setTimeout(() => response.end('ok'), Math.random() < 0.2 ? 30 : 0)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { came, url: `http://127.0.0.1:${port}/hook`, close }
}
