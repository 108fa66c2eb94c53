import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import { afterAll, expect, test } from 'vitest'
import { parsePact } from '../../../src/contracts/pact/pact-file.js'
import type { LoadedPact } from '../../../src/contracts/verify/verify-contracts.js'
import { formBody } from '../../../src/index.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { openVerifier } from '../sample/verifier.js'

/** What a team writes that tests its own client with Pact in the ordinary way. */
async function consumerTest(dir: string, send: (url: string) => Promise<Response>): Promise<LoadedPact> {
  const pact = new PactV4({ consumer: 'billing', provider: 'stripe', dir, logLevel: 'error' })
  await pact
    .addInteraction()
    .given('a customer with id cus_9s6XKzkNRiz8i3 exists', { id: 'cus_9s6XKzkNRiz8i3' })
    .uponReceiving('a customer gets another address')
    .withRequest('POST', '/v1/customers/cus_9s6XKzkNRiz8i3', (request) => {
      request.headers({ Authorization: 'Bearer sk_test_example' })
      formBody(request, {
        email: MatchersV3.regex('.+@.+', 'billing@example.com'),
        metadata: { order: '42' },
        preferred_locales: ['en', 'de'],
      })
    })
    .willRespondWith(200, (response) =>
      response.jsonBody({ email: MatchersV3.string('a@example.com'), object: 'customer' }),
    )
    .executeTest(async ({ url }) => {
      const answer = await send(url)
      expect(answer.status).toBe(200)
    })
  const file = join(dir, 'billing-stripe.json')
  return { pact: parsePact(readFileSync(file, 'utf8'), file), from: file }
}

const post = (email: string) => (url: string) =>
  fetch(`${url}/v1/customers/cus_9s6XKzkNRiz8i3`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_example', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([
      ['email', email],
      ['metadata[order]', '42'],
      ['preferred_locales[0]', 'en'],
      ['preferred_locales[1]', 'de'],
    ]),
  })

const verifier = openVerifier()
afterAll(async () => (await verifier).close())

test('a consumer test with a form is verified, with the state by its name and the usual credential', async () => {
  const written = await consumerTest(temporaryFolder(), post('someone-else@example.com'))
  const [verified] = await (await verifier).verify([written])
  expect(verified?.interactions).toMatchObject([{ description: 'a customer gets another address', problems: [] }])
})

test('a form that does not fit is refused by the mock, as the matcher says', async () => {
  await expect(consumerTest(temporaryFolder(), post('nobody'))).rejects.toThrow(/email|Mismatch|500/)
})

test('a state that nobody knows is told with those that there are', async () => {
  const { pact, from } = await consumerTest(temporaryFolder(), post('a@example.com'))
  const [interaction] = pact.interactions
  const wrong = {
    ...pact,
    interactions: [{ ...interaction, providerStates: [{ name: 'a customer with id cus_1 exist' }] }],
  }
  const [verified] = await (await verifier).verify([{ pact: wrong as typeof pact, from }])
  const [problem] = verified?.interactions[0]?.problems ?? []
  expect(problem?.field).toBe('state')
  expect(problem?.message).toMatch(/Nobody knows the state 'a customer with id cus_1 exist' of stripe\..*Did you mean/)
})

test('what is no builder of Pact is told so', () => {
  expect(() => formBody({}, { a: '1' })).toThrow(/no builder/)
})
