import { createServer } from 'node:http'

/** The least that a server does: read the body, answer a constant. `BODY` is the constant, as long as the stand-in's answer. */
let body = '{}'
process.on('message', (message: { body: string }) => {
  body = message.body
  process.send?.('ready')
})
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    Buffer.concat(chunks)
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
