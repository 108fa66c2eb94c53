import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioJsonSchema } from '../../src/engine/scenarios/schema.js'

const FILE = 'docs/scenario.schema.json'

test(`${FILE} is that of the scenarios (UPDATE_DOCS=1 writes it)`, () => {
  const text = `${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
})
