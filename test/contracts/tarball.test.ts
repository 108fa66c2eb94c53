import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { credentials } from '../../contracts/npm-config.js'
import type { PackageTarball } from '../../contracts/sources.js'
import { takeFiles } from '../../contracts/tarball.js'
import { temporaryFolder } from '../support/temporary-folder.js'

/** A registry with one package, that counts how often its tarball is asked for. */
let server: Server
let asked = 0
let tarball: Buffer

async function tarOf(files: Record<string, string>): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, content)
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return gzipSync(Buffer.concat(chunks))
}

beforeAll(async () => {
  tarball = await tarOf({
    'package/package.json': '{}',
    'package/api/a.json': '{"a":1}',
    'package/big': 'x'.repeat(1e6),
  })
  server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) {
      asked++
      response.end(tarball)
      return
    }
    const dist = { tarball: `http://127.0.0.1:${port()}/specs/-/specs-1.0.0.tgz` }
    response.setHeader('content-type', 'application/json')
    const versions = { '1.0.0': { name: 'specs', version: '1.0.0', dist } }
    response.end(JSON.stringify({ name: 'specs', 'dist-tags': { latest: '1.0.0' }, versions }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

function port(): number {
  return (server.address() as AddressInfo).port
}

function sourceOf(overrides: Partial<PackageTarball> = {}): PackageTarball {
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  return { kind: 'tarball', package: 'specs', version: '1.0.0', integrity, files: ['api/a.json'], ...overrides }
}

/** A checkout whose .npmrc names our registry, with npm's cache and ours in it. */
function checkout() {
  const root = temporaryFolder()
  writeFileSync(join(root, 'package.json'), '{}')
  writeFileSync(join(root, '.npmrc'), `registry=http://127.0.0.1:${port()}/\ncache=${join(root, 'npm')}\n`)
  return { root, cache: join(root, 'cache') }
}

test('takes the named files out of the tarball, from the registry of .npmrc, once', async () => {
  const options = checkout()
  const before = asked
  const taken = await takeFiles(sourceOf(), options)
  expect([...taken.keys()]).toEqual(['api/a.json'])
  expect(String(taken.get('api/a.json'))).toBe('{"a":1}')
  const again = await takeFiles(sourceOf(), options)
  expect(String(again.get('api/a.json'))).toBe('{"a":1}')
  expect(asked - before).toBe(1)
})

test('a copy that was spoilt is not used', async () => {
  const options = checkout()
  await takeFiles(sourceOf(), options)
  const folder = join(options.cache, 'specs-1.0.0')
  writeFileSync(join(folder, 'api+a.json.gz'), gzipSync('{"a":2}'))
  expect(String((await takeFiles(sourceOf(), options)).get('api/a.json'))).toBe('{"a":1}')
  expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toContain('sha512-')
})

test('nothing is kept of a tarball that is not what was pinned', async () => {
  const options = checkout()
  const wrong = sourceOf({ integrity: `sha512-${createHash('sha512').update('other').digest('base64')}` })
  await expect(takeFiles(wrong, options)).rejects.toThrow(
    /specs@1\.0\.0 could not be read.*run `npm run generate` again/,
  )
  expect(readdirSync(options.root)).not.toContain('cache')
})

test('says which file the package lacks', async () => {
  await expect(takeFiles(sourceOf({ files: ['api/b.json'] }), checkout())).rejects.toThrow(
    'specs@1.0.0 has no api/b.json',
  )
})

test('credentials of a registry are read where npm reads them', () => {
  const root = temporaryFolder()
  const file = join(root, '.npmrc')
  // biome-ignore lint/suspicious/noTemplateCurlyInString: npm writes it so.
  writeFileSync(file, 'registry=https://r.test/\n//r.test/:_authToken="abc"\n//s.test/:_auth=${NO_SUCH_VARIABLE}\n')
  expect(credentials([file, join(root, 'none'), undefined])).toEqual({
    '//r.test/:_authToken': 'abc',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what is not set stays as it was.
    '//s.test/:_auth': '${NO_SUCH_VARIABLE}',
  })
})
