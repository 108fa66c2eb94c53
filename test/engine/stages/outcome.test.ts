import { expect, test } from 'vitest'
import { reply, VendorError } from '../../../src/engine/kit.js'
import { behaviour, library, libraryDocument } from '../../support/toy-library.js'

const broken = () => {
  throw new Error('broken')
}
const wire = {
  codec: () => 'form' as const,
  requestId: () => 'req_1',
  encode: (body: unknown) => ({ contentType: 'application/json', text: JSON.stringify(body) }),
}

test('a host of no vendor is told what to do', async () => {
  const { sandbox, exchange } = await library()
  const outcome = await sandbox.handle({ ...exchange('GET', '/books'), host: 'example.test' })
  expect(outcome).toMatchObject({ kind: 'reply', status: 421, body: expect.stringContaining('SANDBOX_NO_VENDOR') })
})

test.each([
  ['errors cannot be found', { errors: { problem: broken, render: broken } }],
  [
    'errors cannot be rendered',
    { errors: { problem: () => new VendorError({ status: 400, message: '' }), render: broken } },
  ],
  ['answers cannot be encoded', { wire: { ...wire, encode: broken } }],
  ['headers cannot be made', { wire: { ...wire, headers: broken } }],
  ['requests cannot be numbered', { wire: { ...wire, requestId: broken } }],
])('a vendor whose %s answers with a 500 all the same', async (_name, parts) => {
  const { call, failures } = await library(parts)
  const answer = await call('GET', '/nowhere')
  expect(answer).toMatchObject({ status: 500, body: { error: { code: 'SANDBOX_FAILURE' } } })
  expect(failures.length).toBeGreaterThan(0)
})

test('an answer says what stands behind it', async () => {
  const { call } = await library({ behaviours: [behaviour('POST /work', () => ({}))] })
  expect((await call('POST', '/work', {})).headers['Standin-Fidelity']).toBe('modelled')
  expect((await call('GET', '/books')).headers['Standin-Fidelity']).toBe('generic')
  expect((await call('GET', '/nowhere')).headers['Standin-Fidelity']).toBe('refused')
})

test('a behaviour chooses status and headers, and what it was sent cannot break a header', async () => {
  const { work } = await library({
    behaviours: [
      behaviour('POST /work', ({ body }) =>
        reply({ status: 303, headers: { Location: (body as { to: string }).to, Allow: 'GET' }, body: {} }),
      ),
    ],
  })
  expect((await work({}, { to: 'https://app.test/a?b=c' })).headers).toMatchObject({
    Location: 'https://app.test/a?b=c',
    Allow: 'GET',
  })
  expect((await work({}, { to: '/a\r\nSet-Cookie: x=1\u0000é€' })).headers.Location).toBe(
    '/a%0D%0ASet-Cookie: x=1%00%C3%A9%E2%82%AC',
  )
})

test('HEAD is answered as GET is, where nothing else is described', async () => {
  const { call } = await library()
  expect(await call('HEAD', '/books')).toMatchObject({ status: 200, headers: { 'Content-Type': 'application/json' } })
  expect((await call('HEAD', '/work')).status).toBe(404)
})

test.each<[string, object | string, string]>([
  ['JSON that does not parse', '{"a":', 'malformed'],
  ['JSON that is nested too deep', `${'['.repeat(300)}${']'.repeat(300)}`, 'malformed'],
  ['a JSON text full of brackets', JSON.stringify({ text: '[{'.repeat(500) }), ''],
])('%s is read as what it is', async (_name, body, code) => {
  const { call } = await library({ behaviours: [behaviour('POST /work', () => ({ code: '' }))] })
  const answer = await call('POST', '/work', body, { 'content-type': 'application/json' })
  expect(answer.body.code).toBe(code)
})

test('a body past the limit is refused', async () => {
  const { sandbox, exchange } = await library()
  const outcome = await sandbox.handle({ ...exchange('POST', '/books'), body: Buffer.alloc(33 * 1024 * 1024, 97) })
  expect(outcome).toMatchObject({ status: 400, body: expect.stringContaining('too-large') })
})

test('with strict an answer that does not fit is a 500, and why is in the log alone', async () => {
  const document = libraryDocument()
  const odd = (answer: unknown) =>
    library({ document, behaviours: [behaviour('GET /books/{book}', () => answer)] }, { strict: true })
  const wrong = await odd({ id: 'b', object: 'book', title: 'Emma', status: 'eaten', created: 1, colour: 'red' })
  const answer = await wrong.call('GET', '/books/b')
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal', message: 'internal' } })
  const { failure } = wrong.world.log.list()[0] ?? {}
  expect(failure).toContain('SANDBOX_NOT_CONFORMANT')
  expect(failure).toContain('status: enum')
  expect(failure).toContain('colour: unknown')
  const right = await odd({ id: 'b', object: 'book', title: 'Emma', status: 'lost', created: 1 })
  expect((await right.call('GET', '/books/b')).status).toBe(200)
  const error = await odd(reply({ status: 404, body: { error: 'own words' } }))
  expect((await error.call('GET', '/books/b')).status).toBe(404)
})
