import { expect, test } from 'vitest'
import { contractDiffs, inWords } from '../../../src/contracts/check/contract-diff.js'
import type { Interaction } from '../../../src/contracts/pact/pact-file.js'
import { casesOfDiff } from '../../../src/contracts/report/case.js'
import { http, message, pactOf } from '../drift/pacts.js'

const against = { source: 'stripe@1.0.0', version: 'v1' }
const pact = (...interactions: Interaction[]) => pactOf('till', interactions, against)
const charge = (description: string, form: string, reads?: string[]) =>
  http(description, {
    operation: 'POST /v1/charges',
    path: '/v1/charges',
    form,
    answer: { id: 'ch_1', status: 'succeeded', source: { brand: 'visa' } },
    ...(reads && { reads }),
  })

const before = pact(charge('a charge', 'amount=1&metadata[a]=1', ['id', 'status']), message('charge.failed', {}, []))

test('the same contract differs in nothing', () => {
  expect(contractDiffs('till', [before], [before.pact])).toEqual([
    { consumer: 'till', vendor: 'stripe', file: before.file, differences: [] },
  ])
})

test('what is newly and no longer done is told in plain words', () => {
  const now = pact(
    charge('a charge', 'amount=1&metadata[b]=1', ['id', 'source.brand']),
    charge('a charge that is declined', 'amount=1', ['id']),
    http('a refund', { operation: 'POST /v1/refunds', path: '/v1/refunds', answer: { id: 're_1' }, reads: ['id'] }),
  )
  const [diff] = contractDiffs('till', [before], [now.pact])
  expect(diff?.differences.map(inWords)).toEqual([
    'newly met: a charge that is declined',
    'newly sent: `metadata.b` to POST /v1/charges',
    'newly read: `source.brand` of POST /v1/charges',
    'newly called: POST /v1/refunds',
    'no longer sent: `metadata.a` to POST /v1/charges',
    'no longer read: `status` of POST /v1/charges',
    'no longer told of: charge.failed',
  ])
})

test('what was only in the answer is not said to be read', () => {
  const [diff] = contractDiffs(
    'till',
    [pact(charge('a charge', 'amount=1', ['id']))],
    [pact(charge('a charge', 'amount=1')).pact],
  )
  expect(diff?.differences.map(inWords)).toContain(
    'newly in the answer, not known to be read: `status` of POST /v1/charges',
  )
})

test('other consumers are left alone, and a first contract is all new', () => {
  const [diff, ...others] = contractDiffs('shop', [before], [{ ...before.pact, consumer: { name: 'shop' } }])
  expect(others).toEqual([])
  expect(diff?.file).toBeUndefined()
  expect(diff?.differences.map(({ what }) => what)).toEqual(['called', 'told'])
})

test('a difference is a warning, and an error where the contract is locked', () => {
  const diffs = contractDiffs('till', [], [before.pact])
  const severities = (locked: boolean) =>
    casesOfDiff(diffs, locked, 'pacts').flatMap(({ problems }) => problems.map(({ severity }) => severity))
  expect(severities(false)).toEqual(['warning', 'warning'])
  expect(severities(true)).toEqual(['error', 'error'])
})
