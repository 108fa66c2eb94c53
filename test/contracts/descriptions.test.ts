import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { stripe } from '../../mocks/stripe/index.js'
import { lockedVendor } from '../../src/cli/runtime/locked-vendor.js'
import { descriptionInUse } from '../../src/contracts/descriptions/in-use.js'
import { findLock } from '../../src/contracts/descriptions/lock.js'
import { useDescription } from '../../src/contracts/descriptions/use.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const official = join(root, 'node_modules', '@opensdks', 'sdk-stripe', 'stripe.oas.json')

test('without a lock the description is the one that the package carries', async () => {
  const folder = temporaryFolder()
  expect(findLock(folder)).toBeUndefined()
  expect((await descriptionInUse('stripe', folder))['x-source']).toBe('stripe@23.1.0')
})

test('a document of the user’s own is followed, from any folder below the lock', async () => {
  const folder = temporaryFolder()
  cpSync(official, join(folder, 'spec3.json'))
  const used = await useDescription('stripe', './spec3.json', folder)
  expect(used).toMatchObject({
    operations: 533,
    locked: { source: 'spec3.json', version: '2024-04-10', file: 'spec3.json' },
  })
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
  expect((await descriptionInUse('stripe', join(folder, 'deep', 'er'))).info.version).toBe('2024-04-10')
})

test('a document that is not what was locked is refused, and one that is gone is named', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.yaml'), 'openapi: 3.1.0\ninfo: { title: A, version: v1 }\npaths: {}\n')
  await useDescription('stripe', 'a.yaml', folder)
  writeFileSync(join(folder, 'a.yaml'), 'openapi: 3.1.0\ninfo: { title: A, version: v2 }\npaths: {}\n')
  await expect(descriptionInUse('stripe', folder)).rejects.toThrow(/is not what .*standin\.lock has locked/)
  await useDescription('stripe', 'a.yaml', folder)
  expect((await descriptionInUse('stripe', folder)).info.version).toBe('v2')
  const lock = readFileSync(join(folder, 'standin.lock'), 'utf8')
  writeFileSync(join(folder, 'standin.lock'), lock.replace('"file": "a.yaml"', '"file": "gone.yaml"'))
  await expect(descriptionInUse('stripe', folder)).rejects.toThrow(/gone\.yaml, which .* names, is not there/)
})

test('an SDK is kept beside the lock, so that neither it nor a compiler is needed again', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder()
  const used = await useDescription('stripe', join(root, 'node_modules', 'stripe-17'), folder)
  expect(used.locked).toMatchObject({ source: 'stripe@17.7.0', version: '2025-02-24.acacia' })
  expect(existsSync(join(folder, 'standin-specs', 'stripe.json'))).toBe(true)
  expect((await descriptionInUse('stripe', folder)).info.version).toBe('2025-02-24.acacia')
})

test('`pinned` locks what the package carries, and another one is then noticed', async () => {
  const folder = temporaryFolder()
  await useDescription('stripe', 'pinned', folder)
  expect((await descriptionInUse('stripe', folder))['x-source']).toBe('stripe@23.1.0')
  const path = join(folder, 'standin.lock')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"sha256": "\w+"/, `"sha256": "${'0'.repeat(64)}"`))
  await expect(descriptionInUse('stripe', folder)).rejects.toThrow(/this version of Standin carries/)
})

test('a lock that cannot be read is named', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'standin.lock'), '{"lockfileVersion": 2}')
  expect(() => findLock(folder)).toThrow(/is no lock of this version: at lockfileVersion/)
})

test('a stand-in follows the locked document: its operations, and behaviours only where it has them', async () => {
  const folder = temporaryFolder()
  expect(await lockedVendor(stripe, folder)).toBe(stripe)
  cpSync(official, join(folder, 'spec3.json'))
  await useDescription('stripe', 'spec3.json', folder)
  const { Sandbox } = await import('../../src/engine/sandbox.js')
  const sandbox = await Sandbox.create({ vendors: [await lockedVendor(stripe, folder)] })
  const description = sandbox.runtime('stripe')?.description
  expect(description?.version).toBe('2024-04-10')
  expect(description?.operation('GET /v1/invoices/upcoming')).toBeDefined()
  sandbox.close()
})
