import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const base = '/services/data/v59.0'
const account = (referenceId: string, body: unknown) => ({
  method: 'POST',
  url: `${base}/sobjects/Account`,
  referenceId,
  body,
})
const HALTED = {
  errorCode: 'PROCESSING_HALTED',
  message: 'The transaction was rolled back since another operation in the same transaction failed.',
}

test('later parts refer to answers of earlier ones', async () => {
  const { send, view } = await org()
  const { status, json } = await send(`${base}/composite`, {
    method: 'POST',
    json: {
      allOrNone: true,
      compositeRequest: [
        account('acme', { Name: 'Acme' }),
        {
          method: 'POST',
          url: `${base}/sobjects/Contact`,
          referenceId: 'ada',
          body: { LastName: 'Lovelace', AccountId: '@{acme.id}' },
        },
        { method: 'GET', url: `${base}/sobjects/Account/@{acme.id}?fields=Name`, referenceId: 'read' },
        {
          method: 'PATCH',
          url: `${base}/sobjects/Account/@{acme.id}`,
          referenceId: 'change',
          body: { Site: '@{read.Name}!' },
        },
      ],
    },
  })
  expect(status).toBe(200)
  const [made, contact, read, change] = json.compositeResponse
  expect(made).toMatchObject({ httpStatusCode: 201, referenceId: 'acme', body: { success: true, errors: [] } })
  expect(made.httpHeaders.Location).toBe(`${base}/sobjects/Account/${made.body.id}`)
  expect(view.records('Contact').find(contact.body.id)?.AccountId).toBe(made.body.id)
  expect(read.body).toMatchObject({ Name: 'Acme' })
  expect(change).toEqual({ body: null, httpHeaders: {}, httpStatusCode: 204, referenceId: 'change' })
  expect(view.records('Account').find(made.body.id)?.Site).toBe('Acme!')
})

test('with allOrNone the first failure undoes all, and the answer is 200 still', async () => {
  const { send, view } = await org()
  const compositeRequest = [account('a', { Name: 'A' }), account('b', {}), account('c', { Name: 'C' })]
  const { status, json } = await send(`${base}/composite`, {
    method: 'POST',
    json: { allOrNone: true, compositeRequest },
  })
  expect(status).toBe(200)
  const [a, b, c] = json.compositeResponse
  expect(a).toEqual({ body: [HALTED], httpHeaders: {}, httpStatusCode: 400, referenceId: 'a' })
  expect(b.body).toEqual([
    { message: 'Required fields are missing: [Name]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] },
  ])
  expect(c.body).toEqual([HALTED])
  expect(view.records('Account').size).toBe(0)
})

test('without it the others stand, but not what refers to the failure', async () => {
  const { send, view } = await org()
  const compositeRequest = [
    account('a', {}),
    account('b', { Name: 'B' }),
    { method: 'GET', url: `${base}/sobjects/Account/@{a.id}`, referenceId: 'c' },
  ]
  const { json } = await send(`${base}/composite`, { method: 'POST', json: { compositeRequest } })
  expect(json.compositeResponse.map((part: { httpStatusCode: number }) => part.httpStatusCode)).toEqual([400, 201, 400])
  expect(json.compositeResponse[2].body[0].errorCode).toBe('PROCESSING_HALTED')
  expect(view.records('Account').size).toBe(1)
})

test('more than 25 parts, a part without a name or one name twice are refused', async () => {
  const { send } = await org()
  const refused = async (compositeRequest: unknown) =>
    (await send(`${base}/composite`, { method: 'POST', json: { compositeRequest } })).json[0].errorCode
  expect(await refused(Array.from({ length: 26 }, (_, i) => account(`a${i}`, { Name: 'A' })))).toBe('LIMIT_EXCEEDED')
  expect(await refused([account('', { Name: 'A' })])).toBe('INVALID_INPUT')
  expect(await refused([account('a', {}), account('a', {})])).toBe('INVALID_INPUT')
  expect(await refused(undefined)).toBe('MISSING_ARGUMENT')
})

test('a graph comes to be whole or not at all, each by itself', async () => {
  const { send, view } = await org()
  const graphs = [
    { graphId: 'good', compositeRequest: [account('a', { Name: 'A' }), account('b', { Name: 'B' })] },
    { graphId: 'bad', compositeRequest: [account('a', { Name: 'C' }), account('b', {})] },
  ]
  const { json } = await send(`${base}/composite/graph`, { method: 'POST', json: { graphs } })
  expect(
    json.graphs.map(({ graphId, isSuccessful }: { graphId: string; isSuccessful: boolean }) => [graphId, isSuccessful]),
  ).toEqual([
    ['good', true],
    ['bad', false],
  ])
  expect(json.graphs[1].graphResponse.compositeResponse[0].body).toEqual([HALTED])
  expect(view.records('Account').size).toBe(2)
})

test('parts of a batch are independent; haltOnError stops behind a failure', async () => {
  const { send, view } = await org()
  const batchRequests = [
    { method: 'POST', url: 'v59.0/sobjects/Account', richInput: {} },
    { method: 'POST', url: 'v59.0/sobjects/Account', richInput: { Name: 'B' } },
  ]
  const free = await send(`${base}/composite/batch`, { method: 'POST', json: { batchRequests } })
  expect(free.json).toMatchObject({ hasErrors: true, results: [{ statusCode: 400 }, { statusCode: 201 }] })
  const halted = await send(`${base}/composite/batch`, { method: 'POST', json: { haltOnError: true, batchRequests } })
  expect(halted.json.results[1]).toMatchObject({ statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] })
  expect(view.records('Account').size).toBe(1)
})

test('what came with a later version is not there in an earlier one', async () => {
  const { send } = await org()
  const status = async (path: string) => (await send(path, { method: 'POST', json: {} })).status
  expect(await status('/services/data/v37.0/composite')).toBe(404)
  expect(await status('/services/data/v49.0/composite/graph')).toBe(404)
  expect(await status('/services/data/v41.0/composite/sobjects')).toBe(404)
})
