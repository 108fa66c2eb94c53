import type { RecordingSource } from '../../index.js'
import { type PactFile, READS } from '../pact/pact-file.js'
import { buildPacts, countLeftOut } from './build-pact.js'
import { checkConsumer, writePacts } from './pact-folder.js'
import type { DeclaredReads } from './reads.js'
import { Recorder } from './recorder.js'

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
  counts(): { readonly exchanges: number; readonly deliveries: number; readonly leftOut: number }
  /** Forgets what was seen. */
  clear(): void
  /** Hears nothing further. */
  stop(): void
}

/**
 * Turns what a program asks of the stand-ins into contracts: Pact files, which `standin contracts verify` verifies.
 * @throws SANDBOX_BAD_INPUT for a consumer whose name cannot be a file's
 */
export function recordContracts({ consumer, sandbox, reads, allow }: RecordOptions): ContractRecorder {
  checkConsumer(consumer)
  const recorder = new Recorder(sandbox.recording, allow)
  const known = reads ? [{ known: READS.declared, fields: reads }] : []
  const pacts = () => {
    const { vendors, fixtures } = sandbox.recording
    return buildPacts({ consumer, vendors, traces: recorder.traces(), reads: known, fixtures })
  }
  return {
    pacts,
    write: (folder) => writePacts(folder, pacts()),
    counts: () => ({ ...recorder.counts, leftOut: countLeftOut(recorder.traces(), recorder.counts.exchanges) }),
    clear: () => recorder.clear(),
    stop: () => recorder.stop(),
  }
}
