import { X509Certificate } from 'node:crypto'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAuthority } from '../../../src/doors/tls/ca.js'
import { DOMAINS, temporaryDirectory } from '../support/tls.js'

const DAY = 24 * 60 * 60 * 1000
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

test('the authority is made once and then read; its key is private', async () => {
  const dir = await temporaryDirectory()
  const made = await openAuthority({ dir, domains: DOMAINS })
  expect(await openAuthority({ dir, domains: [...DOMAINS].reverse() })).toEqual(made)
  expect(await readFile(made.caPath, 'utf8')).toBe(made.cert)
  expect(await modeOf(made.dir)).toBe('700')
  expect(await modeOf(join(made.dir, 'authority.json'))).toBe('600')
  const certificate = new X509Certificate(made.cert)
  expect([certificate.ca, certificate.publicKey.asymmetricKeyDetails?.namedCurve]).toEqual([true, 'prime256v1'])
})

test('another list of domains has another authority, and leaves the first alone', async () => {
  const dir = await temporaryDirectory()
  const first = await openAuthority({ dir, domains: DOMAINS })
  const second = await openAuthority({ dir, domains: [...DOMAINS, 'new.example'] })
  expect(second.fingerprint).not.toBe(first.fingerprint)
  expect(await openAuthority({ dir, domains: DOMAINS })).toEqual(first)
})

test('one that runs out or is damaged is made anew, and a key left open is closed', async () => {
  const dir = await temporaryDirectory()
  const first = await openAuthority({ dir, domains: DOMAINS })
  const later = () => Date.now() + 720 * DAY
  const renewed = await openAuthority({ dir, domains: DOMAINS, now: later })
  expect(renewed.fingerprint).not.toBe(first.fingerprint)
  const file = join(first.dir, 'authority.json')
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 200))
  const repaired = await openAuthority({ dir, domains: DOMAINS })
  expect(repaired.fingerprint).not.toBe(renewed.fingerprint)
  await chmod(file, 0o644)
  await openAuthority({ dir, domains: DOMAINS })
  expect(await modeOf(file)).toBe('600')
})

test('starts at the same time agree on one authority and leave nothing behind', async () => {
  const dir = await temporaryDirectory()
  const all = await Promise.all(Array.from({ length: 8 }, () => openAuthority({ dir, domains: DOMAINS })))
  expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(1)
  expect((await readdir(all[0]?.dir ?? '')).sort()).toEqual(['authority.json', 'ca.pem'])
})

test('a directory that cannot be made is told with what to do', async () => {
  const file = join(await temporaryDirectory(), 'a-file')
  await writeFile(file, '')
  await expect(openAuthority({ dir: file, domains: DOMAINS })).rejects.toMatchObject({
    code: 'SANDBOX_BAD_CONFIG',
    remedy: expect.stringContaining('XDG_CACHE_HOME'),
  })
})
