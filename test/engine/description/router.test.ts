import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Router } from '../../../src/engine/description/router.js'

function routerOf(...templates: string[]): Router<string> {
  const router = new Router<string>()
  for (const template of templates) router.add('GET', template, template)
  return router
}

test('a fixed segment goes before a parameter, whichever was there first', () => {
  const router = routerOf('/v1/charges/{charge}', '/v1/charges/search', '/v1/{any}/search/all')
  expect(router.find('GET', '/v1/charges/search')).toEqual({ values: ['/v1/charges/search'], captured: [] })
  expect(router.find('GET', '/v1/charges/ch_1')).toEqual({ values: ['/v1/charges/{charge}'], captured: ['ch_1'] })
  expect(router.find('GET', '/v1/charges/search/all')?.captured).toEqual(['charges'])
})

test('text around parameters is matched, more of it first', () => {
  const router = routerOf('/a/{id}', '/a/{id}.json', '/a/v{version}', '/a/{base}...{head}', '/a/{id}:run.json')
  expect(router.find('GET', '/a/x.json')).toEqual({ values: ['/a/{id}.json'], captured: ['x'] })
  expect(router.find('GET', '/a/v59.0')).toEqual({ values: ['/a/v{version}'], captured: ['59.0'] })
  expect(router.find('GET', '/a/main...topic')).toEqual({ values: ['/a/{base}...{head}'], captured: ['main', 'topic'] })
  expect(router.find('GET', '/a/x:run.json')).toEqual({ values: ['/a/{id}:run.json'], captured: ['x'] })
  expect(router.find('GET', '/a/.json')).toEqual({ values: ['/a/{id}'], captured: ['.json'] })
})

test('what is encoded is decoded where it is captured, and a slash in it splits nothing', () => {
  const router = routerOf('/v1/customers/{id}')
  expect(router.find('GET', '/v1/customers/a%2Fb%20%C3%A9')?.captured).toEqual(['a/b é'])
  expect(router.find('GET', '/v1/%63ustomers/x')?.captured).toEqual(['x'])
  expect(router.find('GET', '/v1/customers/%E0%A4%A')?.captured).toEqual(['%E0%A4%A'])
})

test('another method, a missing or a further segment and an empty parameter are not found', () => {
  const router = routerOf('/v1/customers/{id}')
  expect(router.find('POST', '/v1/customers/x')).toBeUndefined()
  for (const path of [
    '/v1/customers',
    '/v1/customers/',
    '/v1/customers/x/',
    '//v1/customers/x',
    '',
    '*',
    'v1/customers/x',
  ]) {
    expect(router.find('GET', path), path).toBeUndefined()
  }
})

test('operations told apart by their body share a path', () => {
  const router = routerOf('/soap#Get', '/soap#Put')
  expect(router.find('GET', '/soap')?.values).toEqual(['/soap#Get', '/soap#Put'])
})

test('of 10,000 random templates, what a naive matcher finds is found', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'aa')
  const segment = fc.oneof(
    { weight: 3, arbitrary: word },
    { weight: 2, arbitrary: fc.constant('{p}') },
    { weight: 1, arbitrary: fc.constantFrom('{p}.json', 'v{p}', '{p}-{q}') },
  )
  const template = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`)
  const sent = fc
    .array(fc.oneof(word, fc.constantFrom('x', 'x.json', 'v1', 'a-b', '')), { minLength: 1, maxLength: 5 })
    .map((parts) => `/${parts.join('/')}`)
  fc.assert(
    fc.property(fc.uniqueArray(template, { maxLength: 100 }), fc.array(sent, { maxLength: 20 }), (templates, paths) => {
      const router = routerOf(...templates)
      for (const path of paths) {
        const fitting = templates.filter((candidate) => naive(candidate).test(path))
        const found = router.find('GET', path)?.values[0]
        if (fitting.length === 0) expect(found, path).toBeUndefined()
        else expect(fitting, path).toContain(found)
        // Whatever else fits, what has no parameter is meant.
        if (templates.includes(path)) expect(found).toBe(path)
      }
    }),
    { numRuns: 200 },
  )
})

function naive(template: string): RegExp {
  return new RegExp(`^${template.replace(/[.-]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`)
}
