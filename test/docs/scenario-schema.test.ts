import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readScenario } from '../../src/engine/scenarios/read.js'
import { scenarioJsonSchema } from '../../src/engine/scenarios/schema.js'

const FILE = 'docs/scenario.schema.json'

test(`${FILE} is that of the scenarios (UPDATE_DOCS=1 writes it)`, () => {
  const text = `${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
})

test('the example in docs/scenarios.md is a scenario', () => {
  const [, example = ''] = /```yaml\n([\s\S]+?)```/.exec(readFileSync('docs/scenarios.md', 'utf8')) ?? []
  const { scenario } = readScenario('charge-timed-out.yaml', example)
  expect(scenario.expect).toHaveLength(3)
})
