import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { knockOut, Withholding } from '../../../contracts/knockout/knock-out.js'
import { type PactFile, READS } from '../../../contracts/pact/pact-file.js'
import { buildPacts, countLeftOut } from '../../../contracts/record/build-pact.js'
import { EXAMPLE_NOW } from '../../../contracts/record/moments.js'
import { checkConsumer, writePacts } from '../../../contracts/record/pact-folder.js'
import { type KnownReads, parseReads } from '../../../contracts/record/reads.js'
import { Recorder } from '../../../contracts/record/recorder.js'
import { SandboxError } from '../../../engine/errors.js'
import { recordingSource } from '../../../engine/observe/recording-source.js'
import { readText } from '../../../engine/written/read-text.js'
import type { Context } from '../../context.js'
import type { RecordOptions } from '../../definitions/contracts-record.js'
import { renderTable } from '../../render/table.js'
import { EXIT, type Result } from '../../result.js'
import { launch, type Running } from '../../runtime/launch.js'
import { freePorts } from '../../runtime/ports.js'
import { worldOf } from '../../runtime/program-world.js'
import { resolveSettings } from '../../runtime/settings.js'
import { runIn } from '../run.js'

/** Runs a program and writes what it asked as contracts, once it has ended well. */
export async function record(context: Context, options: RecordOptions): Promise<Result> {
  checkConsumer(options.consumer)
  const settings = await resolveSettings(context, { at: new Date(EXAMPLE_NOW).toISOString(), ...options })
  const reads = declaredReads(context, options.reads)
  let withholding: Withholding | undefined
  const running = await launch(context, settings, freePorts(settings.vendors), (sandbox, handle) => {
    if (!options.knockout) return handle
    const through = new Withholding(recordingSource(sandbox))
    withholding = through
    return async (exchange) => through.outcome(await handle(exchange))
  })
  try {
    const recorder = new Recorder(recordingSource(running.sandbox), options.keep)
    const exitCode = await once(context, running, options)
    recorder.stop()
    if (exitCode !== 0) return failed(options, exitCode)
    const traces = recorder.traces()
    const found = withholding && (await search(context, running, options, withholding))
    const known = found ? [...reads, { known: READS.found, fields: found.reads }] : reads
    const { vendors, fixtures } = recordingSource(running.sandbox)
    const pacts = buildPacts({ consumer: options.consumer, vendors, traces, reads: known, fixtures })
    const contracts = writePacts(resolve(context.terminal.cwd, options.out), pacts)
    const leftOut = countLeftOut(traces, recorder.counts.exchanges)
    const data = { contracts, ...recorder.counts, leftOut, ...(found && { reads: found.reads, runs: found.runs }) }
    return { exitCode: EXIT.ok, data, human: (style) => report(style, pacts, contracts, leftOut) }
  } finally {
    await running.close()
  }
}

async function once(context: Context, running: Running, options: RecordOptions): Promise<number> {
  // Doors of the program's own each time: the sandbox stays open for the next run.
  const world = { ...worldOf(running, 'default'), close: async () => {} }
  const exitCode = await runIn(context, world, options)
  await running.sandbox.settled()
  return exitCode
}

function search(context: Context, running: Running, options: RecordOptions, withholding: Withholding) {
  return knockOut({
    recording: recordingSource(running.sandbox),
    withholding,
    reset: () => running.sandbox.resetWorld('default'),
    run: () => once(context, running, options),
    progress: (runs) => options.verbose && context.note(`standin: run ${runs + 1} with fields withheld`),
  })
}

/** @throws SANDBOX_BAD_INPUT for a file that is not there or says something else */
function declaredReads(context: Context, file: string | undefined): KnownReads[] {
  if (file === undefined) return []
  const path = resolve(context.terminal.cwd, file)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const remedy = 'Give a file such as {"POST /v1/charges": ["id", "outcome.type"]}.'
    throw new SandboxError('SANDBOX_BAD_INPUT', `There is no file ${path}.`, remedy, { cause })
  }
  return [{ known: READS.declared, fields: parseReads(readText(path, text).value, path) }]
}

function failed({ command }: RecordOptions, exitCode: number): Result {
  const said = `No contract was written: ${command[0]} ended with ${exitCode}.`
  return { exitCode, data: { contracts: [], exitCode }, human: (style) => `${style.yellow(said)}\n` }
}

function report(
  style: Parameters<Result['human']>[0],
  pacts: readonly PactFile[],
  written: readonly string[],
  leftOut: number,
): string {
  const rows = pacts.map(({ provider, interactions }, i) => {
    const messages = interactions.filter(({ type }) => type === 'Asynchronous/Messages').length
    const unknown = interactions.filter(({ comments }) => comments?.standin?.reads.known === READS.recorded).length
    const known = unknown === 0 ? 'all' : `${interactions.length - unknown} of ${interactions.length}`
    return [provider.name, String(interactions.length - messages), String(messages), known, written[i] ?? '']
  })
  const table = renderTable(style, ['Vendor', 'Requests', 'Messages', 'Reads known', 'File'], rows)
  const rest =
    leftOut > 0 ? style.dim(`${leftOut} requests are in no contract: faults, failures, what is not simulated.\n`) : ''
  return table + rest
}
