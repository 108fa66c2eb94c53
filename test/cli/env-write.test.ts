import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine, standin, started } from './harness.js'

const on = machine()
let sandbox: Awaited<ReturnType<typeof started>>
beforeAll(async () => {
  sandbox = await started(on, ['--forward', 'http://localhost:1/hook'])
})
afterAll(() => sandbox.stop())

function folder(git: boolean): string {
  const cwd = mkdtempSync(join(on.dir, 'project-'))
  if (git) execFileSync('git', ['init', '-q'], { cwd })
  return cwd
}

test('writes a private file, webhook secret included', async () => {
  const cwd = folder(true)
  writeFileSync(join(cwd, '.gitignore'), '.env*\n')
  const ran = await standin(on, ['env', '--write', '.env.standin'], { cwd })
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).not.toContain(sandbox.key)
  const path = join(cwd, '.env.standin')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, 'utf8')).toContain(`SHOP_KEY=${sandbox.key}\n`)
  expect(readFileSync(path, 'utf8')).toMatch(/SHOP_WEBHOOK_SECRET=whsec_/)
})

test('keeps other lines, replaces its own, and makes an open file private', async () => {
  const cwd = folder(false)
  const path = join(cwd, '.env')
  writeFileSync(path, '# mine\nPORT=3000\nSHOP_KEY=old\nNAME="a b"\nexport SHOP_KEY=older\n', { mode: 0o644 })
  await standin(on, ['env', '--write', '.env'], { cwd })
  const lines = readFileSync(path, 'utf8').split('\n')
  expect(lines.slice(0, 4)).toEqual(['# mine', 'PORT=3000', `SHOP_KEY=${sandbox.key}`, 'NAME="a b"'])
  expect(lines.filter((line) => line.includes('SHOP_KEY='))).toHaveLength(1)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('refuses a file that git would see, and leaves it as it was', async () => {
  const cwd = folder(true)
  const ran = await standin(on, ['env', '--write', 'env.txt'], { cwd })
  expect(ran.code).toBe(1)
  expect(ran.err).toContain('is not ignored by git')
  expect(ran.err).toContain('echo env.txt >> .gitignore')
  expect(() => readFileSync(join(cwd, 'env.txt'))).toThrow()
})

test('refuses a file that git knows already, ignored or not', async () => {
  const cwd = folder(true)
  writeFileSync(join(cwd, '.env'), 'A=1\n')
  execFileSync('git', ['add', '.env'], { cwd })
  writeFileSync(join(cwd, '.gitignore'), '.env\n')
  expect((await standin(on, ['env', '--write', '.env'], { cwd })).code).toBe(1)
  expect(readFileSync(join(cwd, '.env'), 'utf8')).toBe('A=1\n')
})

test('refuses a folder that is not there, and a folder for a file', async () => {
  const cwd = folder(false)
  mkdirSync(join(cwd, 'taken'))
  expect((await standin(on, ['env', '--write', 'none/.env'], { cwd })).err).toContain('There is no folder')
  const taken = await standin(on, ['env', '--write', 'taken'], { cwd })
  expect(taken.code).toBe(2)
  expect(taken.err).toContain('cannot be read')
})
