import { expect, test } from 'vitest'
import { matchHost, notStarted } from '../../src/doors/host-map.js'

const hosts = [
  { pattern: '*.acme.test', vendor: 'wide', port: 1 },
  { pattern: '*.my.acme.test', vendor: 'narrow', port: 2 },
  { pattern: 'api.acme.test', vendor: 'exact', port: 3 },
  { pattern: 'Absent.Test', vendor: 'absent' },
]
const vendorOf = (name: string) => matchHost(hosts, name)?.vendor

test('an exact pattern comes before a wildcard, and the longer wildcard before the shorter', () => {
  expect(vendorOf('api.acme.test')).toBe('exact')
  expect(vendorOf('files.acme.test')).toBe('wide')
  expect(vendorOf('na1.my.acme.test')).toBe('narrow')
})

test('a wildcard spans one or more labels, and not none', () => {
  expect(vendorOf('a.b.c.acme.test')).toBe('wide')
  expect(vendorOf('acme.test')).toBeUndefined()
  expect(vendorOf('.acme.test')).toBeUndefined()
})

test('case and a trailing dot make no difference', () => {
  expect(vendorOf('API.Acme.TEST.')).toBe('exact')
  expect(vendorOf('absent.test')).toBe('absent')
})

test('a name that only looks alike is no match', () => {
  for (const name of ['evilacme.test', 'api.acme.test.evil.example', 'localhost', '127.0.0.1', '']) {
    expect(vendorOf(name)).toBeUndefined()
  }
})

test('what is told for a vendor that is not started names both, in printable ASCII', () => {
  expect(notStarted({ pattern: '*.x.test', vendor: 'absent' }, 'ä\n.x.test')).toMatch(/^[\x20-\x7e]+$/)
  expect(notStarted({ pattern: 'x.test', vendor: 'absent' }, 'x.test')).toContain('x.test: it belongs to absent')
})
