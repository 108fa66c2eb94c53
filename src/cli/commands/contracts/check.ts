import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { contractDiffs } from '../../../contracts/check/contract-diff.js'
import { knownReads } from '../../../contracts/check/reads-of.js'
import { findPacts, pactsIn } from '../../../contracts/descriptions/find-pacts.js'
import type { NamedPact } from '../../../contracts/drift/drift.js'
import { driftAll } from '../../../contracts/drift/drift-all.js'
import { writePacts } from '../../../contracts/record/pact-folder.js'
import { casesOfDiff, casesOfDrift, casesOfVerification } from '../../../contracts/report/case.js'
import type { Verification } from '../../../contracts/verify/verification.js'
import { SandboxError } from '../../../engine/errors.js'
import type { Context } from '../../context.js'
import type { CheckOptions } from '../../definitions/contracts-check.js'
import { renderCheck } from '../../render/check.js'
import { EXIT, type Result } from '../../result.js'
import { reported } from '../../runtime/reported.js'
import { record } from './record.js'
import { verify } from './verify.js'

/** Records again, tells what is new, verifies what was recorded, and looks for drift. */
export async function check(context: Context, options: CheckOptions): Promise<Result> {
  const { cwd } = context.terminal
  const folder = mkdtempSync(join(tmpdir(), 'standin-check-'))
  try {
    const before = pactsIn(options.pacts, cwd)
    const consumer = options.consumer ?? onlyConsumer(before)
    const recorded = await recordAgain(context, options, { consumer, before, folder })
    if (recorded.exitCode !== EXIT.ok) return recorded
    const now = inPlaceOf(findPacts(folder, folder), before, options.pacts)
    const diffs = contractDiffs(
      consumer,
      before,
      now.map(({ pact }) => pact),
    )
    if (options.update)
      writePacts(
        resolve(cwd, options.pacts),
        now.map(({ pact }) => pact),
      )
    const verifications = await verifyRecorded(context, options, folder)
    const drifts = await driftAll({ pacts: now, cwd })
    const cases = [
      ...casesOfDiff(diffs, options.locked === true && !options.update, options.pacts),
      ...casesOfVerification(verifications, now),
      ...drifts.flatMap(casesOfDrift),
    ]
    const data = {
      consumer,
      differences: diffs,
      verified: verifications,
      drift: drifts.map(({ interactions, ...report }) => ({ ...report, interactions: interactions.length })),
    }
    const human = renderCheck({ diffs, verifications, drifts, updated: options.update === true })
    return reported(context, options, { cases, data, human })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws SANDBOX_BAD_INPUT where there is none, or several */
function onlyConsumer(pacts: readonly NamedPact[]): string {
  const [only, ...others] = [...new Set(pacts.map(({ pact }) => pact.consumer.name))]
  if (only !== undefined && others.length === 0) return only
  const message =
    only === undefined ? 'There is no contract yet.' : `There are contracts of ${[only, ...others].join(', ')}.`
  throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Say which program it is: --consumer NAME.')
}

interface Again {
  readonly consumer: string
  readonly before: readonly NamedPact[]
  readonly folder: string
}

/** What is known to be read stays known, unless it is found out or declared anew. */
async function recordAgain(
  context: Context,
  options: CheckOptions,
  { consumer, before, folder }: Again,
): Promise<Result> {
  const { command, config, knockout } = options
  const own = before.filter(({ pact }) => pact.consumer.name === consumer)
  const known = knownReads(own.map(({ pact }) => pact))
  let { reads } = options
  if (reads === undefined && !knockout && Object.keys(known).length > 0) {
    reads = `${folder}.reads.json`
    writeFileSync(reads, JSON.stringify(known))
  }
  try {
    return await record(context, {
      consumer,
      out: folder,
      command,
      ...(reads !== undefined && { reads }),
      ...(knockout && { knockout }),
      ...(config !== undefined && { config }),
    })
  } finally {
    rmSync(`${folder}.reads.json`, { force: true })
  }
}

/** What was recorded now, under the names of the files that are committed or will be. */
function inPlaceOf(now: readonly NamedPact[], before: readonly NamedPact[], folder: string): NamedPact[] {
  return now.map((named) => {
    const same = before.find(({ file }) => basename(file) === basename(named.file))
    return { ...named, file: same?.file ?? join(folder, basename(named.file)) }
  })
}

async function verifyRecorded(
  context: Context,
  options: CheckOptions,
  folder: string,
): Promise<readonly Verification[]> {
  const { allowGeneric, config } = options
  const result = await verify(context, {
    pacts: folder,
    annotations: false,
    ...(allowGeneric && { allowGeneric }),
    ...(config !== undefined && { config }),
  })
  const { contracts } = result.data as { contracts: readonly Verification[] }
  return contracts
}
