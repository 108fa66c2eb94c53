import { expect, test } from 'vitest'
import { decodeMultipart } from '../../../src/engine/decode/multipart.js'

const contentType = 'multipart/form-data; boundary=X'
const part = (name: string, content: string, more = '') =>
  `--X\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`

test('fields are texts, files are bytes with a name', async () => {
  const file = part('file', 'hello', '; filename="a.txt"\r\nContent-Type: text/plain')
  const read = await decodeMultipart(Buffer.from(`${part('purpose', 'logo')}${file}--X--\r\n`), contentType)
  expect(read).toEqual({
    purpose: 'logo',
    file: { filename: 'a.txt', contentType: 'text/plain', bytes: new Uint8Array(Buffer.from('hello')) },
  })
})

test('a field cannot be the prototype', async () => {
  const read = await decodeMultipart(Buffer.from(`${part('__proto__', 'x', '; filename="f"')}--X--\r\n`), contentType)
  expect(Object.keys(read)).toEqual([])
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
})

test.each([
  ['a body that is cut', part('a', 'b'), contentType],
  ['a boundary that is missing', `${part('a', 'b')}--X--\r\n`, 'multipart/form-data'],
  ['nothing', '', contentType],
])('%s is refused with a text', async (_name, body, type) => {
  await expect(decodeMultipart(Buffer.from(body), type)).rejects.toThrow('boundary')
})
