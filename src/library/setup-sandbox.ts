import { writeFile } from 'node:fs/promises'
import type { HttpHandler } from 'msw'
import { catalog } from '../catalog.js'
import type { HostRule } from '../doors/host-map.js'
import { Recorder } from '../engine/bundles/recorder.js'
import { SandboxError } from '../engine/errors.js'
import type { DeliveryAnswer, DeliveryRequest } from '../engine/events/delivery.js'
import { type RecordingSource, recordingSource } from '../engine/observe/recording-source.js'
import { Sandbox, type SandboxOptions } from '../engine/sandbox.js'
import { problemsOfSettings } from '../engine/settings.js'
import type { AnyVendor } from '../engine/vendor.js'
import { SandboxWorld } from './sandbox-world.js'

export interface SetupOptions {
  /** Which vendors answer; default all. The hosts of the others are refused. */
  readonly vendors?: readonly string[]
  /** Default `standin`. The same seed gives the same ids, secrets and keys. */
  readonly seed?: string
  /** Where the clock begins: a Date, ISO text or Unix milliseconds. Default now. */
  readonly at?: Date | string | number
  /** A clock that stands still, to be advanced by the test. Default false. */
  readonly frozen?: boolean
  /** Sample data in every world. Default false. */
  readonly fixtures?: boolean
  /** Whether the vendors' rate limits hold. Default false. */
  readonly limits?: boolean
  /** Check every answer against the description. Default false. */
  readonly strict?: boolean
  /** Turn answers that rest on the description alone into errors. Default false. */
  readonly failOnGeneric?: boolean
  /** Let any well-formed test key in. Default false: only the minted ones. */
  readonly openKeys?: boolean
  /** Make what an unknown but well-formed id names when it is first seen (`cus_123`), labelled generic. Default false. */
  readonly materializeIds?: boolean
  /** Hosts beside loopback that deliveries may go to. */
  readonly allowedHosts?: readonly string[]
  /**
   * Takes deliveries in place of the network, and gives what the endpoint would answer: the HTTP status, with the body where the
   * vendor looks at it.
   */
  readonly deliver?: (request: DeliveryRequest) => number | DeliveryAnswer | Promise<number | DeliveryAnswer>
  /** Keep what happens, so that `saveBundle` can hand it on. Default false. */
  readonly record?: boolean
  /** A folder in which all worlds are kept: the next sandbox with it goes on from them. Default: nothing outlasts `close`. */
  readonly state?: string
  /** Vendors' own settings: `{ stripe: { rawCards: true } }`. */
  readonly settings?: SandboxOptions['settings']
}

export interface SandboxInProcess extends SandboxWorld {
  /** Begins to answer for the vendors' hosts in this process. */
  listen(): void
  /** Ends it, and all that the sandbox still had to do. */
  close(): void
  /** Another world: its own keys, state and clock. Made when first asked for. */
  world(name: string): SandboxWorld
  /**
   * Writes what has happened in the default world into a file, without secrets and personal data: `standin bundle replay <file>`
   * does it again. @throws SANDBOX_CONFLICT without `record: true`
   */
  saveBundle(file: string): Promise<void>
  /** For an MSW server of your own, in place of `listen`. */
  readonly handlers: readonly HttpHandler[]
  /** All that is asked and told, whole and unredacted: what `recordContracts` stands on. */
  readonly recording: RecordingSource
}

/**
 * Stand-ins inside a test process, through MSW: the program under test keeps the vendors' own host names. Webhooks go over
 * the network past MSW, or to `deliver`.
 * @throws SANDBOX_MISSING_PACKAGE without msw, SANDBOX_NOT_FOUND for a vendor that there is not, SANDBOX_BAD_CONFIG for a
 * setting that the vendor does not take
 */
export async function setupSandbox(options: SetupOptions = {}): Promise<SandboxInProcess> {
  const { mswHandlers } = await orExplain(import('../doors/msw/handlers.js'))
  const { setupServer } = await orExplain(import('msw/node'))
  const names = options.vendors ?? Object.keys(catalog)
  const all = await Promise.all(Object.values(catalog).map((load) => load()))
  const vendors = names.map((name) => {
    const vendor = all.find((candidate) => candidate.name === name)
    if (vendor) return vendor
    throw new SandboxError(
      'SANDBOX_NOT_FOUND',
      `There is no vendor '${name}'.`,
      `There are: ${Object.keys(catalog).join(', ')}.`,
    )
  })
  checkSettings(vendors, options.settings)
  const { deliver, at, record, state, ...rest } = options
  const sandbox = await Sandbox.create({
    limits: false,
    ...rest,
    vendors,
    ...(state !== undefined && { state: { folder: state } }),
    ...(at !== undefined && { at: new Date(at).getTime() }),
    ...(deliver && { transport: async (request) => answered(await deliver(request)) }),
  })
  const hosts: HostRule[] = all.flatMap(({ name, hosts: patterns }) =>
    patterns.map((pattern) => ({ pattern, vendor: name })),
  )
  const handlers = mswHandlers(sandbox.handle, hosts, new Set(names))
  return inProcess(sandbox, handlers, setupServer(...handlers), record ? new Recorder(sandbox) : undefined)
}

/** @throws SANDBOX_BAD_CONFIG that names each setting which is not known or not as it should be */
function checkSettings(vendors: readonly AnyVendor[], settings: SetupOptions['settings'] = {}): void {
  const lines = vendors.flatMap(({ name, settings: known }) =>
    problemsOfSettings(known, settings[name]).map(({ path, what }) => `settings.${name}.${path.join('.')}: ${what}`),
  )
  if (lines.length > 0) throw new SandboxError('SANDBOX_BAD_CONFIG', lines.join('\n'), 'Correct it there.')
}

function answered(answer: number | DeliveryAnswer): DeliveryAnswer {
  return typeof answer === 'number' ? { status: answer, body: '' } : answer
}

interface Server {
  listen(options: { onUnhandledRequest: 'bypass' }): void
  close(): void
}

function inProcess(
  sandbox: Sandbox,
  handlers: readonly HttpHandler[],
  server: Server,
  recorder: Recorder | undefined,
): SandboxInProcess {
  const methods = {
    handlers,
    recording: recordingSource(sandbox),
    listen: () => server.listen({ onUnhandledRequest: 'bypass' }),
    close: () => {
      server.close()
      recorder?.close()
      sandbox.close()
    },
    saveBundle: async (file: string) => {
      if (!recorder) throw notRecorded()
      const { saveBundle } = await import('../engine/bundles/save-bundle.js')
      const { packBundle } = await import('../engine/bundles/bundle.js')
      const bundle = await saveBundle(sandbox, recorder.of(sandbox.defaultWorld), 'in a test')
      await writeFile(file, packBundle(bundle), { mode: 0o600 })
      bundle.start.files.close()
    },
    world: (name: string) => {
      if (!sandbox.worlds.has(name)) sandbox.createWorld(name)
      return new SandboxWorld(sandbox, name)
    },
  }
  return Object.assign(new SandboxWorld(sandbox, sandbox.defaultWorld.name), methods)
}

function notRecorded(): SandboxError {
  const remedy = 'Set it up with `record: true`.'
  return new SandboxError('SANDBOX_CONFLICT', 'This sandbox records nothing.', remedy)
}

async function orExplain<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (error) {
    const message = 'setupSandbox needs the package msw, which is not installed.'
    throw new SandboxError('SANDBOX_MISSING_PACKAGE', message, 'Run `npm install --save-dev msw`.', { cause: error })
  }
}
