import { createServer } from 'node:http'
import Stripe from 'stripe'
import { MailClient } from './mail-client.js'

/**
 * A shop's webhook endpoint, in a process of its own as in life: it believes nothing that is not signed, thanks for each order
 * once however often it hears of it, and tells its parent what it did.
 */
const stripe = new Stripe('sk_test_not_needed_to_verify')
const thanked = new Set<string>()
let secret = ''
let mail: MailClient | undefined

process.on('message', (message: { secret: string; mail: { key: string; url: string } }) => {
  secret = message.secret
  mail = new MailClient(message.mail.key, message.mail.url)
})

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    body += chunk
  })
  request.on('end', async () => {
    try {
      const event = stripe.webhooks.constructEvent(body, String(request.headers['stripe-signature'] ?? ''), secret)
      const did = await act(event)
      process.send?.({ took: event.type, ...(did && { did }) })
      response.writeHead(200).end()
    } catch (error) {
      process.send?.({ refused: error instanceof Error ? error.message : String(error) })
      response.writeHead(400).end()
    }
  })
})

/** Thanks whoever paid and left an address. A webhook may come twice, and out of order: what counts is the payment. */
async function act(event: Stripe.Event): Promise<string | undefined> {
  if (event.type !== 'payment_intent.succeeded') return undefined
  const { id, receipt_email: to, metadata } = event.data.object
  if (!to) return undefined
  if (thanked.has(id)) return `knows ${id} already, and sends nothing`
  thanked.add(id)
  // What was not sent is tried again when the webhook comes again, which it does, since it is answered with 400.
  const sent = mail?.thank(to, metadata.order_id ?? id).catch((error: unknown) => {
    thanked.delete(id)
    throw error
  })
  const [result] = (await sent) ?? []
  return result ? `sends mail to ${result.email}: ${result.status}` : undefined
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
