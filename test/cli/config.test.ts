import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/cli/config/load.js'
import { machine, standin, started } from './harness.js'

const on = machine()

function project(name: string, text: string): string {
  const cwd = mkdtempSync(join(on.dir, 'config-'))
  writeFileSync(join(cwd, name), text)
  return cwd
}

// Each row: a file, what is in it, and what is said of it behind the file's name.
test.each([
  ['yaml', 'vendors: [shop]\nsede: demo\n', ":2:1: sede: this name is not known; did you mean 'seed'?"],
  ['yaml', 'vendors: shop\n', ':1:1: vendors: "shop" is there, but a list is expected'],
  ['yaml', 'vendors: []\n', ':1:1: vendors: [] is there, but at least 1 item is expected'],
  ['yaml', 'vendors:\n  - shpo\n', ':2:5: vendors[0]: "shpo" is there, but \'shop\' is expected'],
  ['yaml', 'host: 127\n', ':1:1: host: 127 is there, but a string is expected'],
  ['yaml', 'ports:\n  control: 99999\n', ':2:3: ports.control: 99999 is there, but at most 65535 is expected'],
  ['yaml', 'ports:\n  shop: -1\n', ':2:3: ports.shop: -1 is there, but at least 0 is expected'],
  ['yaml', 'ports:\n  base: 1.5\n', ':2:3: ports.base: 1.5 is there, but a whole number is expected'],
  ['yaml', 'ports:\n  shp: 1\n', ":2:3: ports.shp: this name is not known; did you mean 'shop'?"],
  ['yaml', 'frozen: sometimes\n', ':1:1: frozen: "sometimes" is there, but true or false is expected'],
  ['yaml', 'at: tomorrow\n', ':1:1: at: "tomorrow" is there, but a time in ISO 8601 is expected'],
  ['yaml', 'failOn: everything\n', ':1:1: failOn: "everything" is there, but \'generic\' is expected'],
  [
    'yaml',
    'allow: [hooks.example.test, "not a host"]\n',
    ':1:29: allow[1]: "not a host" is there, but a host name is expected',
  ],
  [
    'yaml',
    'forward:\n  shop: localhost\n',
    ':2:3: forward.shop: "localhost" is there, but an http or https URL is expected',
  ],
  ['yaml', 'forward:\n  bank: http://localhost\n', ':2:3: forward.bank: this name is not known'],
  ['yaml', 'shop: yes please\n', ':1:1: shop: "yes please" is there, but a set of settings is expected'],
  ['yaml', 'seed: [a\n', ':2:1: '],
  ['yaml', 'seed: a\nseed: b\n', ':2:1: Map keys must be unique'],
  ['json', '{\n  "seed": "a",\n}\n', ':3:1: '],
  ['json', '{\n  "seed": 5\n}\n', ':2:3: seed: 5 is there, but a string is expected'],
  ['json', '[]\n', ':1:1: [] is there, but a set of settings is expected'],
  ['js', 'export const seed = 1\n', ' has no default export.'],
  ['js', 'export default { seed: 1 }\n', ': seed: 1 is there, but a string is expected'],
  ['ts', 'export default { seed: nothing }\n', ' cannot be run: nothing is not defined'],
])('standin.config.%s with %j is refused where it is wrong', async (extension, text, said) => {
  const cwd = project(`standin.config.${extension}`, text)
  const ran = await standin(on, ['start', '--port-base', '0'], { cwd })
  expect(ran.code).toBe(2)
  expect(ran.err).toContain(`${join(cwd, `standin.config.${extension}`)}${said}`)
})

test('everything that is wrong is told at once', async () => {
  const cwd = project('standin.config.yaml', 'sede: a\nfrozen: 1\nports: { control: x }\n')
  const { err } = await standin(on, ['start'], { cwd })
  expect(err.match(/standin\.config\.yaml:\d+:\d+/g)).toHaveLength(3)
})

test('a vendor’s own settings are checked by what the vendor takes', async () => {
  const wrong = await standin(on, ['start'], { cwd: project('standin.config.yaml', 'shop:\n  rawCard: true\n') })
  expect(wrong.err).toContain("standin.config.yaml:2:3: shop.rawCard: this name is not known; did you mean 'rawCards'?")
  const typed = await standin(on, ['start'], { cwd: project('standin.config.yaml', 'shop: { rawCards: 1 }\n') })
  expect(typed.err).toContain(':1:9: shop.rawCards: 1 is there, but true or false is expected')
})

test.each([
  ['standin.config.ts', 'const seed: string = "from ts"\nexport default { seed }\n', 'from ts'],
  ['standin.config.mts', 'export default async () => ({ seed: "from mts" as const })\n', 'from mts'],
  ['standin.config.mjs', 'export default { seed: "from mjs" }\n', 'from mjs'],
  ['standin.config.json', '{"seed":"from json"}', 'from json'],
  ['standin.config.yml', 'seed: from yml # with a word\n', 'from yml'],
])('%s is read, from a folder below it too', async (name, text, seed) => {
  const cwd = project(name, text)
  mkdirSync(join(cwd, 'a', 'b'), { recursive: true })
  expect((await loadConfig(join(cwd, 'a', 'b'), undefined, ['shop'])).config.seed).toBe(seed)
})

test('two configurations in a folder, or one that is not there, are refused', async () => {
  const cwd = project('standin.config.json', '{}')
  writeFileSync(join(cwd, 'standin.config.yaml'), '')
  expect((await standin(on, ['start'], { cwd })).err).toContain('has standin.config.json and standin.config.yaml.')
  expect((await standin(on, ['start', '--config', 'none.yaml'], { cwd })).err).toContain('Correct --config.')
})

test('the command line goes before the file', async () => {
  const cwd = project(
    'standin.config.yaml',
    'seed: file\nfrozen: true\nat: 2027-01-01\nforward: { shop: "http://localhost:1/" }\n',
  )
  const sandbox = await started(on, ['--config', join(cwd, 'standin.config.yaml'), '--seed', 'flag'])
  const world = (await standin(on, ['world', 'list', '--json'])).json.worlds[0]
  expect(world).toMatchObject({ seed: 'flag', clock: { frozen: true, now: '2027-01-01T00:00:00.000Z' } })
  expect(sandbox.info.vendors[0].webhooks).toHaveLength(1)
  await sandbox.stop()
})
