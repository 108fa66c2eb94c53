import { stripe } from '../../mocks/stripe/index.js'
import { createNodeDoor } from '../../src/doors/node/node-door.js'
import { Sandbox } from '../../src/engine/sandbox.js'

/** A stand-in whose state lasts, to be killed. Arguments: the folder, and how large what is appended gets, in bytes. */
const [folder = '', most = '', fsync = ''] = process.argv.slice(2)
const state = { folder, most: Number(most), fsync: fsync === 'fsync' }
const sandbox = await Sandbox.create({ vendors: [stripe], limits: false, state })
const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0 })
const runtime = sandbox.runtime('stripe')
const [key] = runtime ? runtime.definition.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
process.send?.({ port: door.port, key: key?.value, report: sandbox.state?.report })
process.on('message', async (message) => {
  if (message !== 'deliveries') return
  await sandbox.settled()
  process.send?.(sandbox.defaultWorld.deliveries.list())
})
