import { afterAll } from 'vitest'
import { workday as vendor } from '../../mocks/workday/index.js'
import { createNodeDoor } from '../../src/doors/node/node-door.js'
import { Sandbox, type SandboxOptions } from '../../src/engine/sandbox.js'

/** Where the clocks of these tests stand: 24 November 2026, noon. */
export const NOW = Date.UTC(2026, 10, 24, 12)

const open: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of open) await close()
})

/** A tenant behind a port of its own, with its credentials. */
export async function tenant(options: Partial<SandboxOptions> = {}) {
  const sandbox = await Sandbox.create({ vendors: [vendor], at: NOW, frozen: true, seed: 'workday', ...options })
  const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'workday', port: 0 })
  open.push(async () => {
    await door.close()
    sandbox.close()
  })
  const runtime = sandbox.runtime('workday')
  if (!runtime) throw new Error('no workday')
  const world = sandbox.defaultWorld
  const list = runtime.definition.credentials.list(world.view(runtime, ''))
  const env = Object.fromEntries(list.map(({ variable, value }) => [variable, value]))
  const origin = `http://127.0.0.1:${door.port}`
  const name = env.WORKDAY_TENANT ?? ''
  const rest = async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${env.WORKDAY_ACCESS_TOKEN}`, 'content-type': 'application/json' }
    const text = body === undefined ? undefined : JSON.stringify(body)
    const answer = await fetch(`${origin}/ccx/api/${path.replace('{tenant}', name)}`, {
      method,
      headers,
      ...(text && { body: text }),
    })
    const json = (await answer.text()) || '{}'
    return { status: answer.status, headers: answer.headers, body: JSON.parse(json) }
  }
  return { sandbox, world, env, origin, tenant: name, rest }
}
