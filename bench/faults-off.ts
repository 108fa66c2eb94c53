import { stripe } from '../mocks/stripe/index.js'
import { Sandbox } from '../src/engine/sandbox.js'
import { median } from './median.js'

const PAIRS = 30
const CALLS = 500

/**
 * What a fault that is off costs: the same request in a world that never had one, and in a world whose fault was taken away. Batches take
 * turns, so that what else the machine does meets both. Percent, the median of pairs; beside it what an unmet fault costs that is on.
 */
export async function measureFaultsOff(pairs = PAIRS): Promise<{ readonly off: number; readonly unmet: number }> {
  const sandbox = await Sandbox.create({ vendors: [stripe], limits: false })
  const never = sender(sandbox, 'never')
  const off = sender(sandbox, 'off')
  const unmet = sender(sandbox, 'unmet')
  const { faults } = sandbox.world('off')
  faults.remove(faults.add({ effect: { kind: 'rate-limit' } }).id)
  sandbox.world('unmet').faults.add({ when: { operation: 'POST /v1/charges' }, effect: { kind: 'rate-limit' } })
  for (let i = 0; i < 4; i++) for (const each of [never, off, unmet]) await batch(each)
  const differences = { off: [] as number[], unmet: [] as number[] }
  for (let i = 0; i < pairs; i++) {
    const [a, b, c] =
      i % 2 === 0 ? [await batch(never), await batch(off), await batch(unmet)] : await reversed(never, off, unmet)
    differences.off.push(percent(a, b))
    differences.unmet.push(percent(a, c))
  }
  sandbox.close()
  return { off: median(differences.off), unmet: median(differences.unmet) }
}

type Send = () => Promise<unknown>

async function reversed(never: Send, off: Send, unmet: Send): Promise<[number, number, number]> {
  const c = await batch(unmet)
  const b = await batch(off)
  return [await batch(never), b, c]
}

function percent(base: number, other: number): number {
  return (other / base - 1) * 100
}

function sender(sandbox: Sandbox, name: string): Send {
  const world = sandbox.createWorld(name)
  const runtime = sandbox.runtime('stripe')
  const [key] = runtime ? runtime.definition.credentials.list(world.view(runtime, '')) : []
  const headers = { authorization: `Bearer ${key?.value}`, host: 'api.stripe.com' }
  return () =>
    sandbox.handle({
      method: 'GET',
      target: '/v1/customers?limit=3',
      host: 'api.stripe.com',
      headers,
      body: new Uint8Array(),
      secure: true,
    })
}

async function batch(send: Send): Promise<number> {
  const start = performance.now()
  for (let i = 0; i < CALLS; i++) await send()
  return performance.now() - start
}
