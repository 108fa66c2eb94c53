import type { Recorder } from '../bundles/recorder.js'
import { BODY_LIMIT, type BodyLimitOf, type Exchange, type Handle, type Outcome } from '../exchange.js'
import { Histories } from '../history/histories.js'
import type { Sandbox } from '../sandbox.js'
import type { Scenarios } from '../scenarios/scenarios.js'
import { MOST_FILE } from './file-answer.js'
import { Forwards } from './forwards.js'
import { InspectorFiles } from './inspector-files.js'

/** Where a vendor is reached. */
export interface VendorAddress {
  readonly url: string
  readonly httpsUrl?: string | undefined
}

export interface ControlOptions {
  readonly recorder?: Recorder | undefined
  /** Wanted for writes and for secrets. */
  readonly token: string
  /** Host names beside loopback under which it may be called, with or without a port. Default none. */
  readonly hosts?: readonly string[]
  /** Of the program, for `status`. */
  readonly version?: string
  /** How the sandbox was started, in a word each, for `status`. */
  readonly summary?: Readonly<Record<string, unknown>>
  /** Folders with scenarios of the user's own. Default none. */
  readonly scenarios?: readonly string[]
  /** The folder of the built inspector; without it, `/` is a plain page. */
  readonly inspector?: string | undefined
}

/** The control API over a sandbox: all that the CLI and the inspector do. */
export class Control {
  readonly sandbox: Sandbox
  readonly token: string
  readonly hosts: readonly string[]
  readonly version: string
  readonly summary: Readonly<Record<string, unknown>>
  readonly forwards: Forwards
  readonly histories: Histories
  readonly inspector: InspectorFiles | undefined
  /** What it keeps for bundles, if anything. */
  readonly recorder: Recorder | undefined
  readonly startedAt = performance.now()
  /** That the door listens on; a Host with another one is refused. */
  port: number | undefined
  private readonly scenarioFolders: readonly string[]
  private loaded: Promise<Scenarios> | undefined
  private readonly addresses = new Map<string, VendorAddress>()

  constructor(sandbox: Sandbox, options: ControlOptions) {
    this.sandbox = sandbox
    this.token = options.token
    this.hosts = options.hosts ?? []
    this.version = options.version ?? ''
    this.summary = options.summary ?? {}
    this.recorder = options.recorder
    this.forwards = new Forwards(sandbox)
    this.histories = new Histories(sandbox)
    this.inspector = options.inspector === undefined ? undefined : new InspectorFiles(options.inspector)
    this.scenarioFolders = options.scenarios ?? []
  }

  /** Says where a vendor is reached, once its door is open. */
  setAddress(vendor: string, address: VendorAddress): void {
    this.addresses.set(vendor, address)
  }

  /** Loaded when first asked for, since a start must not wait for them. */
  scenarios(): Promise<Scenarios> {
    this.loaded ??= import('../scenarios/scenarios.js').then(
      (module) => new module.Scenarios(this.sandbox, this.scenarioFolders),
    )
    return this.loaded
  }

  address(vendor: string): VendorAddress | undefined {
    return this.addresses.get(vendor)
  }

  /** For its door: a file that is sent may be larger than other requests. */
  readonly bodyLimitOf: BodyLimitOf = ({ method, target }) =>
    method === 'POST' && /\/(?:snapshot|bundles\/replay)$/.test(target) ? MOST_FILE : BODY_LIMIT

  /** For a door. Never rejects. The commands are loaded at the first request, since a start must not wait for them. */
  readonly handle: Handle = async (exchange: Exchange): Promise<Outcome> => {
    const { answer } = await import('./answer.js')
    return answer(this, exchange)
  }
}

export function createControl(sandbox: Sandbox, options: ControlOptions): Control {
  return new Control(sandbox, options)
}
