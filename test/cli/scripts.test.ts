import { spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'standin-scripts-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What builds the inspector, as it only notes that it was called. */
const INSPECTOR = `import fs from 'node:fs'
fs.appendFileSync('calls', 'inspector\\n')
fs.mkdirSync('dist/inspector', { recursive: true })
fs.writeFileSync('dist/inspector/index.html', '')
`

/** A checkout with tools that only note that they were called. */
function checkout(tools: Record<string, string>): string {
  const root = mkdtempSync(join(dir, 'checkout-'))
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'scripts'))
  for (const name of ['setup.mjs', 'test.mjs']) copyFileSync(join(scripts, name), join(root, 'scripts', name))
  for (const name of ['contracts/generate.ts', 'src/a.ts', 'mocks/b.ts', 'bin/standin.ts']) write(name, '')
  for (const name of [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'rolldown.config.ts',
  ])
    write(name, '{}')
  write('src/inspector/page/main.tsx', '')
  write('scripts/inspector.mjs', INSPECTOR)
  write('node_modules/typescript/package.json', '{}')
  write('node_modules/stripe/package.json', '{}')
  for (const [name, body] of Object.entries(tools)) {
    const path = `node_modules/.bin/${name}`
    write(path, `#!/usr/bin/env node\nconst fs = require('node:fs'); const [,, ...args] = process.argv\n${body}\n`)
    chmodSync(join(root, path), 0o755)
  }
  return root
}

const note = (name: string) => `fs.appendFileSync('calls', '${name}\\n')`
const building = {
  jiti: `${note('jiti')}; fs.mkdirSync('contracts/generated', { recursive: true }); fs.writeFileSync('contracts/generated/a.d.ts', '')`,
  tsc: `${note('tsc')}; fs.mkdirSync('dist', { recursive: true })`,
  rolldown: `${note('rolldown')}; fs.mkdirSync('dist/bin', { recursive: true }); fs.writeFileSync('dist/bin/standin.js', '')`,
}
const calls = (root: string) => {
  const path = join(root, 'calls')
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  rmSync(path, { force: true })
  return text.split('\n').filter(Boolean)
}

function run(root: string, script: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'scripts', script)], { cwd: root })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

function touch(path: string): void {
  const later = new Date(Date.now() + 5000)
  utimesSync(path, later, later)
}

test('set-up generates and compiles at first, then only what has changed', async () => {
  const root = checkout(building)
  expect(await run(root, 'setup.mjs')).toMatchObject({ code: 0, out: '' })
  expect(calls(root)).toEqual(['jiti', 'tsc', 'rolldown', 'inspector'])
  const again = await run(root, 'setup.mjs')
  expect(again.err).toBe('')
  expect(calls(root)).toEqual([])
  touch(join(root, 'src', 'a.ts'))
  await run(root, 'setup.mjs')
  expect(calls(root)).toEqual(['tsc', 'rolldown'])
  touch(join(root, 'mocks', 'b.ts'))
  await run(root, 'setup.mjs')
  expect(calls(root)).toEqual(['jiti', 'tsc', 'rolldown'])
  touch(join(root, 'src', 'inspector', 'page', 'main.tsx'))
  await run(root, 'setup.mjs')
  expect(calls(root)).toEqual(['inspector'])
  rmSync(join(root, 'dist'), { recursive: true })
  await run(root, 'setup.mjs')
  expect(calls(root)).toEqual(['tsc', 'rolldown', 'inspector'])
})

test('two at a time do the work once', async () => {
  const root = checkout(building)
  const both = await Promise.all([run(root, 'setup.mjs'), run(root, 'setup.mjs')])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(calls(root)).toEqual(['jiti', 'tsc', 'rolldown', 'inspector'])
})

test('a failure is one, and is tried again', async () => {
  const root = checkout({ ...building, tsc: `${note('tsc')}; process.exit(2)` })
  expect((await run(root, 'setup.mjs')).code).toBe(2)
  expect((await run(root, 'setup.mjs')).code).toBe(2)
  expect(calls(root)).toEqual(['jiti', 'tsc', 'tsc'])
})

test('in a published package, and without the development packages, nothing is done', async () => {
  const published = checkout(building)
  rmSync(join(published, 'contracts'), { recursive: true })
  expect(await run(published, 'setup.mjs')).toEqual({ code: 0, out: '', err: '' })
  const bare = checkout(building)
  rmSync(join(bare, 'node_modules'), { recursive: true })
  expect(await run(bare, 'setup.mjs')).toMatchObject({ code: 0, err: expect.stringContaining('npm ci') })
})

const vitest = (report: object, code: number) => `
const path = args.find((arg) => arg.startsWith('--outputFile.json=')).split('=')[1]
fs.writeFileSync(path, ${JSON.stringify(JSON.stringify(report))})
process.exit(${code})`
const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const checks = { tsc: '', biome: '', knip: '' }

test('the last line is the sum of checks and tests', async () => {
  const good = await run(checkout({ ...checks, vitest: vitest(report, 0) }), 'test.mjs')
  expect(good.code).toBe(0)
  expect(good.out.endsWith('\n10 passed, 0 failed\n')).toBe(true)
  const skipping = { ...report, numPendingTests: 2 }
  const skipped = await run(checkout({ ...checks, vitest: vitest(skipping, 0) }), 'test.mjs')
  expect(skipped.out.endsWith('\n10 passed, 0 failed, 2 skipped\n')).toBe(true)
})

test.each([
  ['a check', { ...checks, biome: 'process.exit(1)', vitest: vitest(report, 0) }, '9 passed, 1 failed'],
  ['a test', { ...checks, vitest: vitest({ ...report, numFailedTests: 2 }, 1) }, '10 passed, 2 failed'],
  [
    'a file that cannot be run',
    { ...checks, vitest: vitest({ ...report, testResults: [{ status: 'failed', assertionResults: [] }] }, 1) },
    '10 passed, 1 failed',
  ],
  ['an error outside of all tests', { ...checks, vitest: vitest(report, 1) }, '10 passed, 1 failed'],
  ['vitest itself', { ...checks, vitest: 'process.exit(1)' }, '5 passed, 1 failed'],
])('%s that fails makes the run fail', async (_what, tools, line) => {
  const ran = await run(checkout(tools), 'test.mjs')
  expect(ran.code).toBe(1)
  expect(ran.out.trimEnd().split('\n').at(-1)).toBe(line)
})
