import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { catalog } from '../../src/catalog.js'
import { packageRoot } from '../../src/engine/generated.js'
import { Sandbox } from '../../src/engine/sandbox.js'
import { ScenarioFiles } from '../../src/engine/scenarios/files.js'
import { RunningScenario } from '../../src/engine/scenarios/running.js'

const vendors = await Promise.all(Object.values(catalog).map((load) => load()))
const sandbox = await Sandbox.create({ vendors, limits: false })
afterAll(() => sandbox.close())
const files = new ScenarioFiles()
const all = files.list().map(({ name, path }) => ({ name, path: relative(packageRoot(), path) }))

test('there are at least 25, each with a name of its own', () => {
  expect(all.length).toBeGreaterThanOrEqual(25)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

describe.each(all)('$path', ({ name, path }) => {
  test('begins: all that it names is there, and its seed is taken', async () => {
    const running = await RunningScenario.start(files.read(name), sandbox, sandbox.defaultWorld.name)
    running.stop()
    expect(running.steps.states.filter(({ state }) => state === 'failed')).toEqual([])
  })

  test('names its schema, and stands in the folder of its vendors', () => {
    const { scenario } = files.read(name)
    const up = path
      .split('/')
      .slice(0, -1)
      .map(() => '../')
      .join('')
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe(
      `# yaml-language-server: $schema=${up}docs/scenario.schema.json`,
    )
    const [folder] = path.split('/').slice(1)
    expect(folder).toBe(scenario.vendors.length > 1 ? 'scenarios' : scenario.vendors[0])
  })
})
