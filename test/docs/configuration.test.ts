import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalog } from '../../src/catalog.js'
import { configSchema } from '../../src/cli/config/schema.js'
import { packageRoot } from '../../src/engine/generated.js'

const page = readFileSync(join(packageRoot(), 'docs', 'configuration.md'), 'utf8')

test('docs/configuration.md names every key there is, and none that there is not', () => {
  const vendors = Object.keys(catalog)
  const keys = Object.keys(configSchema(vendors).shape)
  const [table = ''] = /\| key \|[\s\S]*?\n\n/.exec(page) ?? []
  const named = [...table.matchAll(/^\|([^|]+)\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)[^`]*`/g)])
    .map(([, name = '']) => name)
  expect([...named, ...vendors].sort()).toEqual(keys.sort())
})
