import type { Description, PathItem } from '../document.js'
import { keepReachable } from '../reachable.js'
import { addAliases } from './add-aliases.js'
import { buildOperation } from './build-operation.js'
import type { Call } from './call.js'
import { additionHosts, additions } from './overlay-additions.js'
import { acceptCardData } from './overlay-card-data.js'
import { acceptClientSecret } from './overlay-client-secret.js'
import { acceptOAuthParameters } from './overlay-oauth.js'
import { officialPath } from './overlay-parameter-names.js'
import { acceptRawSources } from './overlay-raw-sources.js'
import { completeV2 } from './overlay-v2.js'
import { readErrorCodes, readEvents, readThinEvents } from './read-events.js'
import { readCalls } from './read-operations.js'
import { TypeReader } from './read-types.js'
import { openSdk, type Sdk } from './sdk.js'

/** Host of each base address the SDK knows. */
const hosts: Record<string, string> = {
  api: 'https://api.stripe.com/',
  connect: 'https://connect.stripe.com/',
  files: 'https://files.stripe.com/',
  meter_events: 'https://meter-events.stripe.com/',
}

interface Conversion {
  description: Description
  /** Types met that have no JSON shape: at most those of `unresolvedTypes`. */
  unresolved: string[]
}

/**
 * Stripe's description, read from the `stripe` package whose folder is `root`.
 * @param pinned whether it is the version that the overlays were written for, which must then fit to the last
 */
export function convertStripe(root: string, pinned = true): Conversion {
  const sdk = openSdk(root)
  const types = new TypeReader(sdk)
  const paths = readPaths(sdk, types)
  const description: Description = {
    openapi: '3.1.0',
    info: { title: 'Stripe', version: sdk.apiVersion },
    servers: [{ url: hostOf('api') }],
    'x-source': sdk.source,
    paths,
    'x-events': readEvents(sdk, types),
    'x-thin-events': readThinEvents(sdk, types),
    'x-error-codes': readErrorCodes(sdk),
    components: { schemas: types.schemas },
  }
  acceptCardData(paths)
  acceptClientSecret(paths)
  acceptOAuthParameters(paths)
  acceptRawSources(paths)
  addAliases(description, pinned)
  for (const [path, item] of Object.entries(additions)) {
    paths[path] = { ...item, servers: [{ url: hostOf(additionHosts[path] ?? 'api') }] }
  }
  completeV2(description)
  keepReachable(description)
  return { description, unresolved: [...types.unresolved].sort() }
}

function readPaths(sdk: Sdk, types: TypeReader): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {}
  const calls = readCalls(sdk).map((call) => ({ call, path: officialPath(call.path) }))
  for (const { call, path } of calls) {
    const item = paths[path] ?? {}
    paths[path] = item
    item[verbOf(call)] ??= buildOperation(call, path, types)
  }
  for (const [path, item] of Object.entries(paths)) {
    placeHosts(
      item,
      calls.filter((one) => one.path === path).map((one) => one.call),
    )
  }
  return paths
}

/** Says where a path is served when that is not the API's own host; for one method only when the others are there. */
function placeHosts(item: PathItem, calls: Call[]): void {
  const elsewhere = calls.filter((call) => call.base !== 'api')
  const [first] = elsewhere
  if (!first) return
  if (elsewhere.length === calls.length) {
    item.servers = [{ url: hostOf(first.base) }]
    return
  }
  for (const call of elsewhere) {
    const operation = item[verbOf(call)]
    if (operation) operation.servers = [{ url: hostOf(call.base) }]
  }
}

function verbOf(call: Call): 'get' | 'post' | 'delete' {
  return call.method === 'GET' ? 'get' : call.method === 'POST' ? 'post' : 'delete'
}

function hostOf(base: string): string {
  const host = hosts[base]
  if (!host) throw new Error(`the SDK calls a host this project does not know: ${base}`)
  return host
}

/** The description of any version of the `stripe` package whose declarations this project can read. */
export function readStripePackage(root: string): Description {
  return convertStripe(root, false).description
}
