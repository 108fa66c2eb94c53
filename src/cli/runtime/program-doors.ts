import type { HostRule } from '../../doors/host-map.js'
import { createProxy } from '../../doors/proxy.js'
import { runEnvironment } from '../../doors/run-environment.js'
import { writeTrustFiles } from '../../doors/tls/trust-files.js'
import type { Context } from '../context.js'
import type { ProgramWorld } from './program-world.js'

/** What leads an unmodified program to the stand-ins: a proxy, and its environment. */
export interface ProgramDoors {
  readonly environment: NodeJS.ProcessEnv
  close(): Promise<void>
}

export async function openProgramDoors(context: Context, world: ProgramWorld): Promise<ProgramDoors> {
  const { env } = context.terminal
  const [hosts, trust] = await Promise.all([
    hostRules(context, world),
    world.tls.authority().then((authority) => writeTrustFiles(authority, env)),
  ])
  const upstream = env.HTTPS_PROXY || env.https_proxy
  const proxy = await createProxy({ hosts, upstream })
  const environment = runEnvironment({ ...trust, hosts, proxyPort: proxy.port, hookUrl: context.hookUrl, base: env })
  return { environment, close: () => proxy.close() }
}

/** Of every vendor there is: the hosts of one that is not started must not be let through either. */
async function hostRules({ catalog }: Context, world: ProgramWorld): Promise<HostRule[]> {
  const vendors = await Promise.all(Object.values(catalog).map((load) => load()))
  return vendors.flatMap(({ name, hosts }) => {
    const port = world.vendors.find((vendor) => vendor.name === name)?.port
    return hosts.map((pattern) => ({ pattern, vendor: name, ...(port !== undefined && { port }) }))
  })
}
