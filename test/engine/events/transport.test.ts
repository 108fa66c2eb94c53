import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { networkTransport } from '../../../src/engine/events/transport.js'

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}/hook`
}
const post = (url: string, timeout = 2000) =>
  networkTransport({ method: 'POST', url, headers: { 'X-Id': '1' }, body: 'é' }, timeout)

test('an endpoint gets the body as it is, and its answer is kept as far as it is short', async () => {
  const url = await receiver((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk))
    request.on('end', () =>
      response.writeHead(202).end(`${body} ${request.headers['content-length']} ${'x'.repeat(10_000)}`),
    )
  })
  const answer = await post(url)
  expect(answer.status).toBe(202)
  expect(answer.body.startsWith('é 2 ')).toBe(true)
  expect(answer.body).toHaveLength(2048)
})

test('a redirect is an answer, not a way', async () => {
  const paths: (string | undefined)[] = []
  const url = await receiver((request, response) => {
    paths.push(request.url)
    response.writeHead(307, { Location: '/elsewhere' }).end()
  })
  expect((await post(url)).status).toBe(307)
  expect(paths).toEqual(['/hook'])
})

test('nobody there is ECONNREFUSED', async () => {
  await expect(post('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test.each<[string, RequestListener]>([
  ['says nothing', () => {}],
  ['begins an answer and does not end it', (_request, response) => void response.writeHead(200).write('half')],
])('an endpoint that %s is cut off at the time-out', async (_name, listener) => {
  await expect(post(await receiver(listener), 40)).rejects.toMatchObject({ code: 'timeout' })
})

test('an endpoint that hangs up is a failed attempt', async () => {
  const url = await receiver((request) => request.socket.destroy())
  await expect(post(url)).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test('what cannot be a request is refused, not thrown', async () => {
  await expect(post('nonsense')).rejects.toThrow()
  await expect(
    networkTransport({ method: 'POST', url: 'http://localhost:1/', headers: { 'X-Bad': 'a\r\nb' }, body: '' }, 10),
  ).rejects.toThrow()
})
