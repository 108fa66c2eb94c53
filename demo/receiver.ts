import { createServer } from 'node:http'
import Stripe from 'stripe'

/**
 * A shop's webhook endpoint, in a process of its own as in life: it believes nothing that is not signed, and tells its parent
 * what it took and what it refused.
 */
const stripe = new Stripe('sk_test_not_needed_to_verify')
let secret = ''

process.on('message', (message: { secret: string }) => {
  secret = message.secret
})

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    body += chunk
  })
  request.on('end', () => {
    try {
      const event = stripe.webhooks.constructEvent(body, String(request.headers['stripe-signature'] ?? ''), secret)
      process.send?.({ took: event.type })
      response.writeHead(200).end()
    } catch (error) {
      process.send?.({ refused: error instanceof Error ? error.message : String(error) })
      response.writeHead(400).end()
    }
  })
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
