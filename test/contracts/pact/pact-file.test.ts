import { expect, test } from 'vitest'
import { isHttp, type PactFile, parsePact, READS, renderPact, vendorOf } from '../../../src/contracts/pact/pact-file.js'

const pact: PactFile = {
  consumer: { name: 'shop' },
  provider: { name: 'stripe' },
  interactions: [
    {
      type: 'Synchronous/HTTP',
      description: 'a charge is retrieved',
      providerStates: [{ name: 'a charge with id X exists', params: { id: 'ch_1' } }],
      comments: {
        standin: { operation: 'GET /v1/charges/{charge}', reads: { known: READS.declared, fields: ['id'] } },
      },
      request: { method: 'GET', path: '/v1/charges/ch_1' },
      response: {
        status: 200,
        body: { contentType: 'application/json', content: { id: 'ch_1' } },
        matchingRules: { body: { '$.id': { combine: 'AND', matchers: [{ match: 'type' }] } } },
      },
    },
    {
      type: 'Asynchronous/Messages',
      description: 'charge.succeeded',
      comments: { standin: { event: 'charge.succeeded', reads: { known: READS.recorded } } },
      contents: { contentType: 'application/json', content: { type: 'charge.succeeded' } },
      metadata: { 'stripe-signature': 't=1,v1=0' },
    },
  ],
  metadata: { pactSpecification: { version: '4.0' } },
}

test('what is written is read again, and written again is the same', () => {
  const text = renderPact(pact)
  expect(parsePact(text, 'a.json')).toEqual(pact)
  expect(renderPact(parsePact(text, 'a.json'))).toBe(text)
  expect(parsePact(text, 'a.json').interactions.map(isHttp)).toEqual([true, false])
})

test('what other tools have put into a file stays in it', () => {
  const more = { ...pact, metadata: { ...pact.metadata, pactRust: { ffi: '0.5.4' } } }
  expect(parsePact(JSON.stringify(more), 'a.json').metadata.pactRust).toEqual({ ffi: '0.5.4' })
})

test('the vendor is what was noted, or else the name of the provider', () => {
  expect(vendorOf({ ...pact, provider: { name: 'Stripe' } })).toBe('stripe')
  const standin = { vendor: 'salesforce', description: { source: 'a@1', version: '1' } }
  expect(vendorOf({ ...pact, metadata: { ...pact.metadata, standin } })).toBe('salesforce')
})

test('what is no Pact file of version 4 is refused with its name and the place', () => {
  expect(() => parsePact('{', 'a.json')).toThrow(/a\.json is no JSON/)
  const old = { ...pact, metadata: { pactSpecification: { version: '3.0.0' } } }
  expect(() => parsePact(JSON.stringify(old), 'a.json')).toThrow(/a\.json is a Pact file of version 3\.0\.0/)
  const odd = { ...pact, interactions: [{ ...pact.interactions[0], request: { method: 1, path: '/' } }] }
  expect(() => parsePact(JSON.stringify(odd), 'a.json')).toThrow(/interactions\.0\.request\.method/)
})
