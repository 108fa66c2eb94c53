import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Files } from '../../../src/engine/world/files.js'

async function text(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let out = ''
  for await (const chunk of chunks) out += Buffer.from(chunk).toString()
  return out
}

test('a file is written on from where a row says it ends, and read in parts', async () => {
  const files = new Files()
  const id = files.create()
  const size = files.write(id, 0, 'hello ')
  files.write(id, size, 'lost in a rollback')
  const end = files.write(id, size, 'world')
  expect(end).toBe(11)
  expect(files.read(id, 6, 5).toString()).toBe('world')
  expect(await text(files.stream(id, 0, end))).toBe('hello world')
  expect(await text(files.stream(id, 3, 3))).toBe('')
  files.close()
})

test('a file that is deleted is gone, and closing leaves nothing behind', () => {
  const files = new Files()
  const id = files.create()
  files.delete(id)
  files.delete(id)
  expect(() => files.read(id, 0, 1)).toThrow('There is no file')
  files.close()
})

test('a program that ends without closing its sandbox leaves nothing behind either', () => {
  const module = JSON.stringify(resolve('dist/src/engine/world/files.js'))
  const program = `
    const { readdirSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const before = readdirSync(tmpdir())
    const { Files } = await import(${module})
    new Files().create()
    process.stdout.write(tmpdir() + '/' + readdirSync(tmpdir()).find((name) => !before.includes(name) && name.startsWith('standin-')))
  `
  const folder = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  expect(folder).toMatch(/standin-\w{6}$/)
  expect(existsSync(folder)).toBe(false)
})
