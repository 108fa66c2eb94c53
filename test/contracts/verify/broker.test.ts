import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type PactFile, READS } from '../../../src/contracts/pact/pact-file.js'
import { Broker } from '../../../src/contracts/verify/broker.js'
import type { Verification } from '../../../src/contracts/verify/verification.js'

const pact: PactFile = {
  consumer: { name: 'shop' },
  provider: { name: 'stripe' },
  interactions: [
    {
      type: 'Synchronous/HTTP',
      description: 'customers are listed',
      comments: { standin: { operation: 'GET /v1/customers', reads: { known: READS.recorded } } },
      request: { method: 'GET', path: '/v1/customers' },
      response: { status: 200 },
    },
  ],
  metadata: { pactSpecification: { version: '4.0' } },
}
const verification = (problems: Verification['interactions'][number]['problems']): Verification => ({
  consumer: 'shop',
  vendor: 'stripe',
  from: 'broker',
  interactions: [
    { description: 'customers are listed', kind: 'request', problems, fidelity: 'modelled', milliseconds: 1 },
  ],
})

interface Told {
  readonly call: string
  readonly authorization: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: what was sent
  readonly body: any
}

/** A broker with one contract, as far as it is asked, which keeps what it is told. */
async function broker(token = 'secret'): Promise<{ url: string; told: Told[] }> {
  const told: Told[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    const { authorization } = request.headers
    const call = `${request.method} ${request.url}`
    told.push({ call, authorization, body: text === '' ? undefined : JSON.parse(text) })
    const link = (path: string) => ({ href: `${url}${path}` })
    const answers: Record<string, unknown> = {
      'GET /': {
        _links: { 'pb:provider-pacts-for-verification': link('/pacts/provider/{provider}/for-verification') },
      },
      'POST /pacts/provider/stripe/for-verification': {
        _embedded: { pacts: [{ _links: { self: link('/pacts/1') } }] },
      },
      'GET /pacts/1': { ...pact, _links: { 'pb:publish-verification-results': link('/pacts/1/results') } },
      'POST /pacts/1/results': {},
      'PUT /pacticipants/stripe/branches/main/versions/1.2.3': {},
    }
    const allowed = authorization === `Bearer ${token}`
    response.writeHead(allowed ? (answers[call] ? 200 : 404) : 401, { 'content-type': 'application/hal+json' })
    response.end(JSON.stringify(answers[call] ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, told }
}

test('contracts that wait for verification are taken, and results told, also those that are bad', async () => {
  const { url, told } = await broker()
  const client = new Broker({ url, token: 'secret' })
  const [found] = await client.pacts('stripe', 'main')
  if (!found) throw new Error('No contract.')
  expect(found.pact.interactions[0]?.description).toBe('customers are listed')
  expect(told.at(-2)?.body).toEqual({
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
    providerVersionBranch: 'main',
  })
  const published = { version: '1.2.3', branch: 'main', verifier: '0.1.0' }
  await client.publish(found, verification([]), published)
  await client.publish(found, verification([{ field: '$.data', message: 'It is missing.' }]), published)
  expect(told.map(({ call }) => call).slice(-4, -2)).toEqual([
    'PUT /pacticipants/stripe/branches/main/versions/1.2.3',
    'POST /pacts/1/results',
  ])
  expect(told.at(-3)?.body).toMatchObject({ success: true, providerApplicationVersion: '1.2.3' })
  expect(told.at(-1)?.body).toMatchObject({
    success: false,
    testResults: [{ success: false, mismatches: [{ attribute: '$.data', description: 'It is missing.' }] }],
  })
})

test('a broker that lets nobody in, or is none, is told with what to do', async () => {
  const { url } = await broker()
  await expect(new Broker({ url }).pacts('stripe', undefined)).rejects.toThrow(/401/)
  await expect(new Broker({ url: `${url}/pacts/1`, token: 'secret' }).pacts('stripe', undefined)).rejects.toThrow(
    /offers no contracts/,
  )
  await expect(new Broker({ url: 'http://127.0.0.1:9' }).pacts('stripe', undefined)).rejects.toThrow(
    /No broker answers/,
  )
})
