import { stripe } from '../mocks/stripe/index.js'
import { createNodeDoor } from '../src/doors/node/node-door.js'
import { Sandbox } from '../src/engine/sandbox.js'

/** The stand-in alone on a port, without limits: what the rates are measured of. Says its port and key to its parent. */
const sandbox = await Sandbox.create({ vendors: [stripe], limits: false })
const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0 })
const runtime = sandbox.runtime('stripe')
const [key] = runtime ? runtime.definition.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
process.send?.({ port: door.port, key: key?.value })
process.on('message', (message) => {
  if (message !== 'memory') return
  global.gc?.()
  process.send?.({ rss: process.memoryUsage().rss })
})
