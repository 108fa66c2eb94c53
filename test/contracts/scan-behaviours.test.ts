import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { behaviourKeys, scanBehaviours } from '../../contracts/scan-behaviours.js'

test('finds the operations that behaviours name, over several lines too', () => {
  const text = `
    export const create = behaviour('POST /v1/refunds', ({ body }, world) => body)
    export const list = behaviour(
      "GET /v1/refunds",
      () => [],
    )
    const other = misbehaviour('POST /v1/charges', () => {})
  `
  expect(behaviourKeys(text)).toEqual(['POST /v1/refunds', 'GET /v1/refunds'])
})

test('reads a folder and everything below it; a folder that is not there has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'))
  writeFileSync(join(folder, 'create.ts'), "behaviour('POST /v1/refunds', () => ({}))")
  writeFileSync(join(folder, 'again.ts'), "behaviour('POST /v1/refunds', () => ({}))")
  writeFileSync(join(folder, 'note.md'), "behaviour('POST /v1/charges')")
  expect(scanBehaviours(folder)).toEqual(['POST /v1/refunds'])
  rmSync(folder, { recursive: true })
  expect(scanBehaviours(folder)).toEqual([])
})
