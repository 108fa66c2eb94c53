import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripe as vendor } from '../../../mocks/stripe/index.js'
import { knockOut, Withholding } from '../../../src/contracts/knockout/knock-out.js'
import { recordingSource } from '../../../src/engine/observe/recording-source.js'
import { Sandbox } from '../../../src/engine/sandbox.js'

type Answer = Record<string, never> & { readonly [name: string]: unknown }
type Ask = (method: string, target: string, body?: string) => Promise<Answer>

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await Sandbox.create({ vendors: [vendor], frozen: true, at: Date.UTC(2026, 0, 1) })
})
afterAll(() => sandbox.close())

/** Runs programs that ask Stripe in process. */
function harness(program: (ask: Ask) => Promise<unknown>) {
  const recording = recordingSource(sandbox)
  const withholding = new Withholding(recording)
  const ask: Ask = async (method, target, body = '') => {
    const [stripe] = recording.vendors
    const key = stripe?.credentials('default')[0]?.value
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' }
    const exchange = { method, target, headers, host: 'api.stripe.com', secure: true, body: Buffer.from(body) }
    const outcome = withholding.outcome(await sandbox.handle(exchange))
    if (outcome.kind !== 'reply') throw new Error(outcome.kind)
    return JSON.parse(String(outcome.body))
  }
  const run = () =>
    program(ask).then(
      () => 0,
      () => 1,
    )
  return { recording, withholding, reset: () => void sandbox.resetWorld('default'), run }
}

const PAYMENT =
  'amount=1200&currency=usd&confirm=true&automatic_payment_methods[enabled]=true&automatic_payment_methods[allow_redirects]=never'

/** It fails without one field, asks otherwise without others, and looks at some in vain. */
async function checkout(ask: Ask): Promise<void> {
  const customer = await ask('POST', '/v1/customers', 'name=A')
  if (typeof customer.id !== 'string') throw new Error('It has no id.')
  const body = `${PAYMENT}&customer=${customer.id}&payment_method=pm_card_visa&expand[0]=latest_charge`
  const intent = await ask('POST', '/v1/payment_intents', body)
  if (intent.status !== 'succeeded') return
  const charge = intent.latest_charge as unknown as {
    id: string
    payment_method_details?: { card?: { last4?: string } }
  }
  const last4 = charge?.payment_method_details?.card?.last4 ?? 'none'
  await ask('POST', `/v1/customers/${customer.id}`, `metadata[last4]=${last4}`)
  const { data = [] } = (await ask('GET', '/v1/charges?limit=3')) as { data?: { id?: string; amount?: number }[] }
  // What is only looked at is not needed.
  const seen = data.map(({ amount }) => amount).length
  if (seen > 0) await ask('POST', '/v1/refunds', `charge=${data[0]?.id}`)
}

test('knocking fields out finds exactly those that a program reads', async () => {
  const { reads, runs } = await knockOut(harness(checkout))
  expect(reads).toEqual({
    'POST /v1/customers': ['id'],
    'POST /v1/payment_intents': ['latest_charge.payment_method_details.card.last4', 'status'],
    'POST /v1/customers/{customer}': [],
    'GET /v1/charges': ['data.*.id'],
    'POST /v1/refunds': [],
  })
  expect(runs).toBeLessThan(90)
})

test('a program that does not do the same twice is told so', async () => {
  let count = 0
  const restless = (ask: Ask) => ask('POST', '/v1/customers', `description=visit+number+${++count}`)
  await expect(knockOut(harness(restless))).rejects.toThrow(/does not do the same twice.*visit\+number\+2/)
})
