import type { Context } from '../context.js'
import type { RunOptions } from '../definitions/run.js'
import { lazyCertificates } from './certificates.js'
import { connect } from './control-client.js'
import { worldPath } from './paths.js'
import type { ProgramWorld } from './program-world.js'

interface Status {
  readonly options: { readonly caDir: string }
  readonly vendors: readonly { readonly name: string; readonly url: string | null }[]
}

/** A world of the sandbox that runs in another process. With --forward, endpoints that go when the program ends. */
export async function attach(context: Context, options: RunOptions): Promise<ProgramWorld> {
  const client = connect(context.terminal, options)
  const { options: started, vendors } = await client.get<Status>('/status')
  const subscribed: string[] = []
  for (const text of options.forward ?? []) {
    const { parseForward } = await import('./settings.js')
    const forward = parseForward(
      text,
      vendors.map(({ name }) => name),
    )
    const { endpoint } = await client.post<{ endpoint: string }>(worldPath(options.world, 'webhooks'), forward)
    subscribed.push(endpoint)
  }
  const { environment } = await client.get<{ environment: Record<string, string> }>(
    worldPath(options.world, 'credentials'),
  )
  return {
    controlUrl: client.url,
    vendors: vendors.flatMap(({ name, url }) => (url ? [{ name, port: Number(new URL(url).port) }] : [])),
    environment: {
      ...environment,
      STANDIN_CONTROL_URL: client.url,
      ...(client.secret !== undefined && { STANDIN_TOKEN: client.secret }),
    },
    tls: lazyCertificates(context.catalog, started.caDir),
    report: async () => `see standin logs --world ${options.world}`,
    close: async () => {
      for (const endpoint of subscribed) await client.delete(worldPath(options.world, 'webhooks', endpoint))
    },
  }
}
