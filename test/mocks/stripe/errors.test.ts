import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

interface Case {
  readonly name: string
  readonly request: { method?: string; target: string; text?: string }
  readonly status: number
  readonly error: Record<string, unknown>
}

const intent = '/v1/payment_intents'
const CASES: readonly Case[] = [
  {
    name: 'a parameter that does not exist',
    request: { method: 'POST', target: '/v1/customers', text: 'nmae=Jenny' },
    status: 400,
    error: { code: 'parameter_unknown', param: 'nmae', message: 'Received unknown parameter: nmae' },
  },
  {
    name: 'several of them',
    request: { method: 'POST', target: '/v1/customers', text: 'nmae=Jenny&mail=x' },
    status: 400,
    error: { code: 'parameter_unknown', message: 'Received unknown parameters: nmae, mail' },
  },
  {
    name: 'one deep inside another',
    request: {
      method: 'POST',
      target: intent,
      text: 'amount=2000&currency=usd&payment_method_options[card][restrictions]=x',
    },
    status: 400,
    error: {
      code: 'parameter_unknown',
      param: 'payment_method_options[card][restrictions]',
      message: 'Received unknown parameter: payment_method_options[card][restrictions]',
    },
  },
  {
    name: 'a parameter that is missing',
    request: { method: 'POST', target: intent, text: 'currency=usd' },
    status: 400,
    error: { code: 'parameter_missing', param: 'amount', message: 'Missing required param: amount.' },
  },
  {
    name: 'a body that is missing altogether',
    request: { method: 'POST', target: intent },
    status: 400,
    error: { code: 'parameter_missing', param: 'amount' },
  },
  {
    name: 'an integer that is none',
    request: { method: 'POST', target: intent, text: 'amount=abc&currency=usd' },
    status: 400,
    error: { code: 'parameter_invalid_integer', param: 'amount', message: 'Invalid integer: abc' },
  },
  {
    name: 'an integer with a fraction',
    request: { method: 'POST', target: intent, text: 'amount=20.5&currency=usd' },
    status: 400,
    error: { code: 'parameter_invalid_integer', param: 'amount', message: 'Invalid integer: 20.5' },
  },
  {
    name: 'a boolean that is none',
    request: { method: 'POST', target: intent, text: 'amount=2000&currency=usd&confirm=maybe' },
    status: 400,
    error: { param: 'confirm', message: 'Invalid boolean: maybe' },
  },
  {
    name: 'a value outside its list',
    request: { method: 'POST', target: intent, text: 'amount=2000&currency=usd&capture_method=later' },
    status: 400,
    error: {
      param: 'capture_method',
      message: 'Invalid capture_method: must be one of automatic, automatic_async, or manual',
    },
  },
  {
    name: 'an object given as a string',
    request: { method: 'POST', target: intent, text: 'amount=2000&currency=usd&payment_method_options=card' },
    status: 400,
    error: { param: 'payment_method_options', message: 'Invalid object' },
  },
  {
    name: 'an array given as a string',
    request: {
      method: 'POST',
      target: '/v1/webhook_endpoints',
      text: 'url=https://x.example&enabled_events=charge.succeeded',
    },
    status: 400,
    error: { param: 'enabled_events', message: 'Invalid array' },
  },
  {
    name: 'an empty string where nothing can be unset',
    request: { method: 'POST', target: intent, text: 'amount=2000&currency=' },
    status: 400,
    error: {
      code: 'parameter_invalid_empty',
      param: 'currency',
      message: expect.stringMatching(
        /^You passed an empty string for 'currency'\. We assume empty values are an attempt to unset/,
      ),
    },
  },
  {
    name: 'a string that is too long',
    request: { method: 'POST', target: '/v1/customers', text: `description=${'x'.repeat(5001)}` },
    status: 400,
    error: { param: 'description', message: expect.stringMatching(/must be at most 5000 characters$/) },
  },
  {
    name: 'an object that is not there, in the path',
    request: { target: '/v1/customers/cus_none' },
    status: 404,
    error: { code: 'resource_missing', param: 'id', message: "No such customer: 'cus_none'" },
  },
  {
    name: 'an object that is not there, in a parameter',
    request: { method: 'POST', target: intent, text: 'amount=2000&currency=usd&customer=cus_none' },
    status: 400,
    error: { code: 'resource_missing', param: 'customer', message: "No such customer: 'cus_none'" },
  },
  {
    name: 'an address that leads nowhere',
    request: { target: '/v1/custommers' },
    status: 404,
    error: {
      message:
        'Unrecognized request URL (GET: /v1/custommers). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.',
    },
  },
  {
    name: 'a method that is not served there',
    request: { method: 'DELETE', target: '/v1/charges/ch_1' },
    status: 404,
    error: { message: expect.stringMatching(/^Unrecognized request URL \(DELETE: \/v1\/charges\/ch_1\)\./) },
  },
  {
    name: 'a URL that is none',
    request: { method: 'POST', target: '/v1/webhook_endpoints', text: 'url=nowhere&enabled_events[]=*' },
    status: 400,
    error: { code: 'url_invalid', param: 'url' },
  },
]

test.each(CASES)('$name is answered as Stripe does', async ({ request, status, error }) => {
  const { send } = await stripeWorld()

  const answer = await send(request)

  expect(answer.status).toBe(status)
  expect(answer.json.error).toMatchObject({ type: 'invalid_request_error', ...error })
  if (!('code' in error)) expect(answer.json.error).not.toHaveProperty('code')
})

test('an error says where to read of it: in the documentation, in the log, and here', async () => {
  const { send } = await stripeWorld()

  const { json, headers } = await send({ target: '/v1/customers/cus_none' })

  expect(json.error).toMatchObject({
    doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
    request_log_url: `https://dashboard.stripe.com/test/logs/${headers['Request-Id']}?t=1767225600`,
  })
  expect(headers).toMatchObject({
    'Stripe-Should-Retry': 'false',
    'Standin-Explain': expect.stringContaining(String(headers['Request-Id'])),
  })
})

test('an answer is written as Stripe writes it: indented JSON, id and object first', async () => {
  const { send } = await stripeWorld()

  const { body, headers } = await send({ method: 'POST', target: '/v1/customers', text: 'name=Jenny' })

  expect(headers['Content-Type']).toBe('application/json')
  expect(body).toMatch(/^\{\n {2}"id": "cus_\w{14}",\n {2}"object": "customer",\n {2}"address": null,\n/)
  expect(String(body).endsWith('\n}\n')).toBe(true)
})

test('the version that was asked for is named in the answer, the description’s own without one', async () => {
  const { send } = await stripeWorld()
  const versionOf = async (version?: string) =>
    (await send({ target: '/v1/customers', ...(version !== undefined && { headers: { 'stripe-version': version } }) }))
      .headers['Stripe-Version']

  expect(await versionOf()).toBe('2026-10-28.endive')
  expect(await versionOf('2020-08-27')).toBe('2020-08-27')
  expect(await send({ target: '/v1/customers', headers: { 'stripe-version': 'newest' } })).toMatchObject({
    status: 400,
  })
})

test('a fault on purpose looks like Stripe’s own', async () => {
  const { send, world } = await stripeWorld()
  const fail = (status: number) => world.faults.add({ times: 1, effect: { kind: 'status', status } })
  fail(503)
  const down = await send({ target: '/v1/customers' })
  fail(429)
  const limited = await send({ target: '/v1/customers' })

  expect(down).toMatchObject({
    status: 503,
    json: { error: { type: 'api_error' } },
    headers: { 'Stripe-Should-Retry': 'true' },
  })
  expect(limited).toMatchObject({ status: 429, json: { error: { code: 'rate_limit' } } })
})

test('a broken body is refused, and nothing is made of it', async () => {
  const { stripe, send } = await stripeWorld()

  const { status } = await send({ method: 'POST', target: '/v1/customers', text: 'name=%E0%A4%A' })

  expect(status).toBeLessThan(500)
  expect(await errorOf(stripe.customers.retrieve('%2e%2e'))).toMatchObject({ statusCode: 404 })
})
