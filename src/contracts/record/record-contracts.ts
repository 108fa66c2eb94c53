import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import type { Observed, ObservedDelivery, ObservedExchange, RecordingSource } from '../../index.js'
import { type PactFile, READS, renderPact } from '../pact/pact-file.js'
import { buildPact, isContract } from './build-pact.js'
import { hear } from './heard.js'
import type { DeclaredReads, KnownReads } from './reads.js'
import { type Heap, trace } from './trace.js'

export interface RecordOptions {
  /** Who asks: the name of your program in the contracts. */
  readonly consumer: string
  /** What `setupSandbox` gave. */
  readonly sandbox: { readonly recording: RecordingSource }
  /**
   * The fields that your program reads, by operation, event or description of an interaction: `{'POST /v1/charges': ['id',
   * 'outcome.type']}`. Without it the contract holds all that was answered, "recorded, not known to be read".
   */
  readonly reads?: DeclaredReads
  /** Personal data and secrets that may stay as they are: an address of your own that customers see. */
  readonly allow?: readonly string[]
}

export interface ContractRecorder {
  /** The contracts so far, one a vendor that was asked something. */
  pacts(): PactFile[]
  /** Writes them to `<folder>/<consumer>-<vendor>.json`; gives the paths. */
  write(folder: string): string[]
  /** How much was seen, and how much of it is in no contract because nothing promises it. */
  readonly counts: { readonly exchanges: number; readonly deliveries: number; readonly leftOut: number }
  /** Forgets what was seen. */
  clear(): void
  /** Hears nothing further. */
  stop(): void
}

/**
 * Turns what a program asks of the stand-ins into contracts: Pact files, which `standin contracts verify` verifies.
 * @throws SANDBOX_BAD_INPUT for a consumer whose name cannot be a file's
 */
export function recordContracts(options: RecordOptions): ContractRecorder {
  const known: KnownReads[] = options.reads ? [{ known: READS.declared, fields: options.reads }] : []
  return createRecorder(options.sandbox.recording, options.consumer, known, options.allow ?? [])
}

/** The same for whoever knows what is read from elsewhere too. */
export function createRecorder(
  source: RecordingSource,
  consumer: string,
  reads: readonly KnownReads[],
  allow: readonly string[],
): ContractRecorder {
  if (!/^[\w.@ -]+$/.test(consumer)) {
    const remedy = 'Use letters, digits, spaces, dots and dashes.'
    throw new SandboxError('SANDBOX_BAD_INPUT', `'${consumer}' cannot name a consumer and its files.`, remedy)
  }
  const exchanges: ObservedExchange[] = []
  const deliveries: ObservedDelivery[] = []
  const stop = source.observe((observed: Observed) => {
    if (observed.kind === 'exchange') exchanges.push(observed)
    else if (observed.kind === 'delivery' && observed.row.state === 'delivered') deliveries.push(observed)
  })
  const allowed = new Set(allow)
  const traces = () => heaps(source, exchanges, deliveries).map((heap) => trace(heap, allowed))
  const pacts = () => {
    const all = traces()
    return source.vendors
      .map((vendor) => ({ vendor, own: all.filter((each) => each.vendor.name === vendor.name) }))
      .filter(({ own }) => own.length > 0)
      .map(({ vendor, own }) => buildPact({ consumer, vendor, traces: own, reads, fixtures: source.fixtures }))
      .filter(({ interactions }) => interactions.length > 0)
  }
  return {
    pacts,
    write: (folder) => pacts().map((pact) => writePact(folder, pact)),
    get counts() {
      const heard = traces().flatMap((each) => each.exchanges)
      const leftOut = exchanges.length - heard.filter(isContract).length
      return { exchanges: exchanges.length, deliveries: deliveries.length, leftOut }
    },
    clear: () => {
      exchanges.length = 0
      deliveries.length = 0
    },
    stop,
  }
}

function heaps(
  source: RecordingSource,
  exchanges: readonly ObservedExchange[],
  deliveries: readonly ObservedDelivery[],
): Heap[] {
  const worlds = [...new Set([...exchanges, ...deliveries].map(({ world }) => world))]
  return source.vendors.flatMap((vendor) =>
    worlds.flatMap((world) => {
      const own = <T extends { readonly world: string; readonly vendor: string }>(all: readonly T[]) =>
        all.filter((each) => each.world === world && each.vendor === vendor.name)
      const heard = own(exchanges)
        .sort((a, b) => a.sequence - b.sequence)
        .flatMap((exchange) => hear(exchange) ?? [])
      const told = own(deliveries)
      return heard.length + told.length === 0 ? [] : [{ vendor, world, heard, deliveries: told }]
    }),
  )
}

function writePact(folder: string, pact: PactFile): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${pact.consumer.name}-${pact.provider.name}.json`.replaceAll(' ', '-'))
  writeFileSync(path, renderPact(pact))
  return path
}
