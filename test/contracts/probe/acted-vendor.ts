import type Stripe from 'stripe'
import { stripe as vendor } from '../../../mocks/stripe/index.js'
import type { NamedPact } from '../../../src/contracts/drift/drift.js'
import { parsePact, renderPact } from '../../../src/contracts/pact/pact-file.js'
import { recordContracts } from '../../../src/contracts/record/record-contracts.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import type { Exchange, Reply } from '../../../src/engine/exchange.js'
import { recordingSource } from '../../../src/engine/observe/recording-source.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { stripeWorld } from '../../support/stripe.js'

/** What a program reads of each answer. */
const reads = {
  'POST /v1/customers': ['id', 'email', 'livemode'],
  'GET /v1/customers/{customer}': ['id', 'created'],
  'POST /v1/payment_intents': ['id', 'status', 'amount', 'client_secret'],
  'GET /v1/payment_intents/{intent}': ['status', 'latest_charge'],
  'GET /v1/charges': ['data.*.id', 'data.*.payment_method_details.card.last4'],
  'POST /v1/refunds': ['id', 'status'],
  'DELETE /v1/customers/{customer}': ['deleted'],
}

/** The contract of a small program, recorded as it asks a stand-in. */
export async function recordedContract(): Promise<NamedPact> {
  const { sandbox, stripe } = await stripeWorld({ seed: 'the program' })
  const recorder = recordContracts({ consumer: 'till', sandbox: { recording: recordingSource(sandbox) }, reads })
  await program(stripe)
  recorder.stop()
  const [pact] = recorder.pacts()
  if (!pact) throw new Error('nothing was recorded')
  const text = renderPact(pact)
  return { file: 'pacts/till-stripe.json', text, pact: parsePact(text, 'pacts/till-stripe.json') }
}

async function program(stripe: Stripe): Promise<void> {
  const customer = await stripe.customers.create({ email: 'jo@example.com' })
  await stripe.customers.retrieve(customer.id)
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'eur',
    customer: customer.id,
    payment_method: 'pm_card_visa',
    confirm: true,
    return_url: 'https://shop.example/done',
  })
  await stripe.paymentIntents.retrieve(intent.id)
  await stripe.charges.list({ payment_intent: intent.id, limit: 3 })
  await stripe.refunds.create({ payment_intent: intent.id })
  await stripe.customers.del(customer.id)
  await stripe.customers.retrieve('cus_unknown').catch(() => {})
}

const acting = Sandbox.create({ vendors: [vendor], seed: 'the vendor', limits: false })
let count = 0

/** A sandbox of other ids that plays the vendor at a port of its own, with its answers changed on the way. */
export async function actedVendor(
  change: (request: Exchange, reply: Reply, body: Body) => Reply = (_, reply) => reply,
) {
  const sandbox = await acting
  const world = sandbox.createWorld(`acted-${++count}`)
  const asked: string[] = []
  const door = await createNodeDoor({
    vendor: 'stripe',
    handle: async (request) => {
      asked.push(`${request.method} ${request.target}`)
      const outcome = await sandbox.handle(request)
      if (outcome.kind !== 'reply' || typeof outcome.body !== 'string') return outcome
      return change(request, outcome, editing(outcome))
    },
  })
  const runtime = sandbox.runtime('stripe')
  if (!runtime) throw new Error('the sandbox has no Stripe')
  const keys = vendor.credentials.list(world.view(runtime, ''))
  const key = keys.find(({ value }) => value.startsWith('sk_test_'))?.value ?? ''
  return { url: door.url, key, asked, close: () => door.close() }
}

// biome-ignore lint/suspicious/noExplicitAny: what a test changes in any answer
export type Body = (edit: (json: any) => void) => Reply

/** Changes the JSON of an answer. */
export function editing(reply: Reply): Body {
  return (edit) => ({ ...reply, body: edited(String(reply.body), edit) })
}

function edited(text: string, edit: (json: unknown) => void): string {
  const json: unknown = JSON.parse(text)
  edit(json)
  return JSON.stringify(json)
}
