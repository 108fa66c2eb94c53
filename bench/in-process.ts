import { stripe } from '../mocks/stripe/index.js'
import type { Exchange } from '../src/engine/exchange.js'
import { Sandbox } from '../src/engine/sandbox.js'
import { median } from './median.js'

/** Microseconds a call through `handle`, without any door: the median of ten batches. */
export async function measureInProcess(): Promise<Readonly<Record<string, number>>> {
  const sandbox = await Sandbox.create({ vendors: [stripe], limits: false })
  const runtime = sandbox.runtime('stripe')
  const [key] = runtime ? runtime.definition.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  const send = (method: string, target: string, text = '') =>
    sandbox.handle({
      method,
      target,
      host: 'api.stripe.com',
      headers: {
        authorization: `Bearer ${key?.value}`,
        host: 'api.stripe.com',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: Buffer.from(text),
      secure: true,
    } satisfies Exchange)
  const create = () => send('POST', '/v1/customers', 'email=ada%40example.com&name=Ada+Lovelace&metadata[order]=42')
  for (let i = 0; i < 2000; i++) await create()
  const { id } = sandbox.runtime('stripe')
    ? JSON.parse(String(((await create()) as { body: string }).body))
    : { id: '' }
  const out = {
    create: await perCall(create),
    retrieve: await perCall(() => send('GET', `/v1/customers/${id}`)),
    'list of 100': await perCall(() => send('GET', '/v1/customers?limit=100')),
    'payment intent, confirmed': await perCall(() =>
      send(
        'POST',
        '/v1/payment_intents',
        'amount=2000&currency=usd&payment_method=pm_card_visa&confirm=true&return_url=https://app.test',
      ),
    ),
    'copy of a world of 10,000': await perCopy(),
  }
  sandbox.close()
  return out

  async function perCopy(): Promise<number> {
    sandbox.resetWorld('default')
    for (let i = 0; i < 10_000; i++) await create()
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      sandbox.restoreWorld('default', sandbox.defaultWorld.snapshot())
      return (performance.now() - start) * 1000
    })
    return median(times)
  }
}

async function perCall(call: () => Promise<unknown>): Promise<number> {
  const batches: number[] = []
  for (let batch = 0; batch < 10; batch++) {
    const start = performance.now()
    for (let i = 0; i < 1000; i++) await call()
    batches.push(performance.now() - start)
  }
  return median(batches)
}
