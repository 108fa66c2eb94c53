import { expect, test } from 'vitest'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { echo } from '../support/echo.js'
import { once, open } from '../support/raw.js'

test('close ends idle, silent and hanging connections at once', async () => {
  const door = await createNodeDoor({ handle: async () => ({ kind: 'hang' }) })
  const sockets = await Promise.all(
    ['', 'GET / HT', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'].map((text) => open(door.port, text)),
  )
  const ended = Promise.all(sockets.map((socket) => once(socket, 'close')))
  await door.close()
  await ended
  await door.close()
})

test('a port in use is refused with the port and what to do', async () => {
  const door = await createNodeDoor({ handle: echo })
  await expect(createNodeDoor({ handle: echo, port: door.port })).rejects.toMatchObject({
    code: 'SANDBOX_PORT_IN_USE',
    message: expect.stringContaining(`127.0.0.1:${door.port}`),
  })
  await door.close()
})
