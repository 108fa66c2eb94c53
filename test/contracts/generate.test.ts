import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate } from '../../contracts/generate.js'
import { sources } from '../../contracts/sources.js'
import { checkout } from './stripe/description.js'

test('does nothing when nothing changed', async () => {
  await generate()
  const lines: string[] = []
  const results = await generate({ report: (line) => lines.push(line) })
  expect(results.every(({ written }) => !written)).toBe(true)
  expect(lines).toEqual(Object.keys(sources).map((vendor) => `${vendor}: nothing changed`))
})

test('says what is missing when the package is not installed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'generate-'))
  await expect(generate({ root, output: join(root, 'out') })).rejects.toThrow('stripe is not installed: run npm ci')
  rmSync(root, { recursive: true })
})

test('versions and integrity are those of package-lock.json', () => {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; integrity?: string }>
  }
  for (const source of Object.values(sources).flat()) {
    if (source.kind !== 'installed') continue
    const locked = lock.packages[`node_modules/${source.package}`]
    expect(locked?.version).toBe(source.version)
    expect(locked?.integrity).toBe(source.integrity)
  }
})
