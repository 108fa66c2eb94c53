import { afterAll, beforeAll, expect, test } from 'vitest'
import { isHttp, type PactFile, renderPact } from '../../../src/contracts/pact/pact-file.js'
import type { LoadedPact } from '../../../src/contracts/verify/verify-contracts.js'
import { BREAKS, type Break, broken } from './breaks.js'
import { type RecordedShop, withRecordedShop } from './record-shop.js'
import { ADA } from './shop.js'
import { openVerifier } from './verifier.js'

let pacts: readonly PactFile[]
let secrets: readonly string[]
let verifier: Awaited<ReturnType<typeof openVerifier>>

const taken = ({ contracts, secrets: own }: RecordedShop) => ({ pacts: contracts.pacts(), secrets: own })

beforeAll(async () => {
  const recorded = await withRecordedShop({}, taken)
  pacts = recorded.pacts
  secrets = recorded.secrets
  verifier = await openVerifier()
}, 60_000)
afterAll(() => verifier?.close())

test('a program that asks two vendors has a contract with each', () => {
  const all = pacts.flatMap(({ interactions }) => interactions)
  const names = pacts.map(({ consumer, provider }) => `${consumer.name} ${provider.name}`)
  expect(names).toEqual(['shop stripe', 'shop salesforce'])
  expect(all.filter(isHttp)).toHaveLength(36)
  expect(all.filter((each) => !isHttp(each))).toHaveLength(8)
})

test('recorded again, with other credentials, ids and another time, there is no difference', async () => {
  const again = await withRecordedShop({ seed: 'another', at: '2026-01-09T03:21:45Z' }, taken)
  expect(again.secrets).not.toEqual(secrets)
  expect(again.pacts.map(renderPact)).toEqual(pacts.map(renderPact))
}, 60_000)

test('neither secrets nor what belongs to a person stand in a file', () => {
  const text = pacts.map(renderPact).join('\n')
  const hidden = [
    ...Object.values(ADA),
    encodeURIComponent(ADA.email),
    ...secrets.filter((value) => !/^https/.test(value)),
  ]
  expect(hidden.filter((value) => text.includes(value))).toEqual([])
  // Nor anything that looks like it and is no example.
  const addresses = text.match(/[\w.+-]+@[\w.-]+\.[a-z]{2,}/g) ?? []
  expect(addresses.filter((address) => !address.endsWith('@standin.test'))).toEqual([])
  expect(text.match(/\b\d{3}-\d{2}-\d{4}\b/g)?.filter((found) => found !== '123-45-6789') ?? []).toEqual([])
})

test('the stand-ins keep every part of it', async () => {
  const verified = await verifier.verify(pacts.map((pact) => ({ pact, from: pact.provider.name })))
  const results = verified.flatMap(({ interactions }) => interactions)
  expect(results.filter(({ problems }) => problems.length > 0)).toEqual([])
  expect(results).toHaveLength(44)
  expect(results.map(({ fidelity }) => fidelity)).not.toContain('generic')
}, 90_000)

test('thirteen ways to break a stand-in are each found, by the field that is concerned', async () => {
  const doors = new Map<LoadedPact, string>()
  for (const each of BREAKS)
    doors.set(withOnly(each), await verifier.open(each.vendor, broken(verifier.sandbox.handle, each)))
  const addressOf = (_vendor: string, pact: LoadedPact) => doors.get(pact) ?? ''
  const verified = await verifier.verify([...doors.keys()], { addressOf })
  const found = verified.map(({ from, interactions }) => ({
    what: from,
    fields: interactions.flatMap(({ problems }) => problems.map(({ field }) => field)),
  }))
  const missed = BREAKS.filter(({ field }, i) => !found[i]?.fields.includes(field)).map(({ what }) => what)
  expect({ found, missed }).toEqual({ found, missed: [] })
  expect(found).toHaveLength(13)
}, 60_000)

/** The contract with the one interaction that shows a break. */
function withOnly({ vendor, interaction, what }: Break): LoadedPact {
  const pact = pacts.find(({ provider }) => provider.name === vendor)
  const found = pact?.interactions.find(({ description }) => description.startsWith(interaction))
  if (!pact || !found) throw new Error(`No interaction begins with ${interaction}.`)
  return { pact: { ...pact, interactions: [found] }, from: what }
}
