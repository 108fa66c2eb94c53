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
