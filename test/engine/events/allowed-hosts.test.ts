import { expect, test } from 'vitest'
import { mayReach } from '../../../src/engine/events/allowed-hosts.js'

test.each([
  'http://localhost:3000/hook',
  'https://LOCALHOST/',
  'http://hooks.localhost/',
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f.0.0.1/',
  'http://[::1]:80/',
])('%s is loopback', (url) => {
  expect(mayReach(url, [])).toBe(true)
})

test.each([
  'https://example.com/',
  'http://localhost@example.com/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
  'http://notlocalhost/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://[::ffff:7f00:1]/',
  'http://[fe80::1]/',
  'file:///etc/passwd',
  'ftp://localhost/',
  'javascript:alert(1)',
  'localhost:3000',
  '',
])('%s is not', (url) => {
  expect(mayReach(url, [])).toBe(false)
})

test('a host that is named is allowed, and with a star those under it', () => {
  expect(mayReach('https://Hooks.Example.test/a', ['hooks.example.TEST'])).toBe(true)
  expect(mayReach('https://a.b.example.test/', ['*.example.test'])).toBe(true)
  expect(mayReach('https://example.test/', ['*.example.test'])).toBe(false)
  expect(mayReach('https://evilexample.test/', ['*.example.test'])).toBe(false)
})
