import { cacheDirectory } from '../../doors/tls/files.js'
import { SandboxError } from '../../engine/errors.js'
import { isLoopback } from '../../engine/events/allowed-hosts.js'
import { nearest } from '../../engine/nearest.js'
import type { SandboxOptions } from '../../engine/sandbox.js'
import { parseMoment } from '../../engine/time/duration.js'
import type { AnyVendor } from '../../engine/vendor.js'
import { checkVendorSettings, loadConfig } from '../config/load.js'
import type { StandinConfig } from '../config/schema.js'
import { projectFolder, type VendorSettings, withFolders } from '../config/settings-folders.js'
import type { Context } from '../context.js'
import type { StartOptions } from '../definitions/start.js'
import { lockedVendor } from './locked-vendor.js'

/** Where `forward` sends a vendor's webhooks. */
export interface ForwardTo {
  readonly vendor: string
  readonly url: string
}

/** All that a start needs to know, out of the command line and the configuration. */
export interface Settings {
  readonly vendors: readonly AnyVendor[]
  readonly config: StandinConfig
  readonly host: string
  readonly controlHosts: readonly string[]
  readonly httpsOnly: boolean
  readonly forward: readonly ForwardTo[]
  readonly caDir: string
  /** Whether what happens is kept, so that a bundle can be saved. */
  readonly record: boolean
  readonly sandbox: Omit<SandboxOptions, 'vendors'>
}

/** @throws SANDBOX_BAD_CONFIG, SANDBOX_BAD_INPUT */
export async function resolveSettings(context: Context, options: StartOptions): Promise<Settings> {
  const known = Object.keys(context.catalog)
  const loaded = await loadConfig(context.terminal.cwd, options.config, known)
  const { config } = loaded
  const names = [...new Set(options.vendor ?? config.vendors ?? known)]
  const vendors = await Promise.all(
    names.map(async (name) => lockedVendor(await loadVendor(context, name), context.terminal.cwd)),
  )
  await checkVendorSettings(loaded, vendors)
  const folder = projectFolder(context.terminal.cwd, loaded)
  const host = options.host ?? config.host ?? '127.0.0.1'
  const at = options.at ?? config.at
  return {
    vendors,
    config,
    host,
    controlHosts: [...(config.controlHosts ?? []), ...(options.controlHost ?? []), ...ownName(host)],
    httpsOnly: options.httpsOnly ?? config.httpsOnly ?? false,
    forward: forwards(options, config, names),
    record: options.record ?? config.record ?? true,
    caDir: config.caDir ?? cacheDirectory(context.terminal.env),
    sandbox: {
      seed: options.seed ?? config.seed,
      at: at === undefined ? undefined : parseMoment(at),
      frozen: options.frozen ?? config.frozen,
      fixtures: options.fixtures ?? config.fixtures,
      limits: options.limits ?? config.limits,
      strict: options.strict ?? config.strict,
      failOnGeneric: (options.failOn ?? config.failOn) === 'generic',
      openKeys: options.openKeys ?? config.openKeys,
      materializeIds: options.materializeIds ?? config.materializeIds,
      attackableHosts: config.attack?.allow,
      allowedHosts: [...(config.allow ?? []), ...(options.allow ?? [])],
      settings: Object.fromEntries(
        vendors.map((vendor) => [
          vendor.name,
          withFolders(vendor, folder, (config[vendor.name] ?? {}) as VendorSettings),
        ]),
      ),
    },
  }
}

/** An address of this machine's own is a name for it; loopback is one anyway, with the right port only. */
function ownName(host: string): string[] {
  return isLoopback(host) || host === '0.0.0.0' || host === '::' ? [] : [host]
}

async function loadVendor({ catalog }: Context, name: string): Promise<AnyVendor> {
  const load = Object.hasOwn(catalog, name) ? catalog[name] : undefined
  if (load) return load()
  const known = Object.keys(catalog)
  const meant = nearest(name, known)
  const remedy = meant ? `Did you mean '${meant}'?` : `There are: ${known.join(', ')}.`
  throw new SandboxError('SANDBOX_BAD_INPUT', `There is no vendor '${name}'.`, remedy)
}

function forwards(options: StartOptions, config: StandinConfig, names: readonly string[]): ForwardTo[] {
  const written = Object.entries(config.forward ?? {}).flatMap(([vendor, to]) =>
    [to].flat().map((url) => ({ vendor, url: String(url) })),
  )
  const all = [...written, ...(options.forward ?? []).map((text) => parseForward(text, names))]
  for (const { vendor } of all) {
    if (names.includes(vendor)) continue
    const remedy = `Start it too, or forward one of: ${names.join(', ')}.`
    throw new SandboxError(
      'SANDBOX_BAD_INPUT',
      `Webhooks of '${vendor}' are to be forwarded, which is not started.`,
      remedy,
    )
  }
  return all
}

/** `stripe=http://localhost:3000/webhook`; the name may be left out where one vendor starts. */
export function parseForward(text: string, names: readonly string[]): ForwardTo {
  const [, vendor, url] = /^(?:([\w-]+)=)?(https?:\/\/\S+)$/.exec(text) ?? []
  const [only, ...others] = names
  if (url !== undefined && URL.canParse(url)) {
    if (vendor !== undefined) return { vendor, url }
    if (only !== undefined && others.length === 0) return { vendor: only, url }
  }
  const remedy = `Write vendor=URL, such as ${only ?? 'vendor'}=http://localhost:3000/webhook.`
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${text}' does not say where webhooks are to go.`, remedy)
}
