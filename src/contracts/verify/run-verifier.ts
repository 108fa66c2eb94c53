import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import { type PactFile, renderPact } from '../pact/pact-file.js'
import { quietEnvironment } from '../pact/quiet-environment.js'

/** One file to be verified against one provider. */
export interface VerifierJob {
  readonly pact: PactFile
  readonly url: string
  readonly stateUrl: string
  readonly messages: { readonly port: number; readonly path: string }
}

export interface Mismatch {
  readonly type: string
  readonly path?: string
  readonly key?: string
  readonly expected?: string
  readonly actual?: string
  readonly mismatch?: string
  readonly message?: string
}

/** What Pact's verifier says of one file. */
export interface Verdict {
  readonly interactionResults: readonly {
    readonly description: string
    readonly duration: string
    readonly result: string
  }[]
  readonly errors: readonly {
    readonly interaction: string
    readonly mismatch: { readonly type: string; readonly message?: string; readonly mismatches?: readonly Mismatch[] }
  }[]
}

/**
 * A program of its own, since Pact's native library prints to stdout: it reads what is to be done from one file and writes what
 * was found into another. As text, so that it is the same from sources and compiled.
 */
const PROGRAM = `
const { readFileSync, writeFileSync } = require('node:fs')
const [core, input, output] = process.argv.slice(1)
const { default: pact } = require(core)
const run = async () => {
  const verdicts = []
  for (const job of JSON.parse(readFileSync(input, 'utf8'))) {
    let text
    try {
      text = await pact.verifyPacts(job)
    } catch (error) {
      text = error.message
    }
    try {
      verdicts.push(JSON.parse(text))
    } catch {
      verdicts.push({ failure: text })
    }
  }
  writeFileSync(output, JSON.stringify(verdicts))
}
run().then(() => process.exit(0), (error) => { console.error(error); process.exit(1) })
`

/**
 * Verifies files with @pact-foundation/pact-core, one after another, in a process of its own.
 * @throws SANDBOX_MISSING_PACKAGE without it, SANDBOX_NOT_CONFORMANT where it gives no verdict
 */
export async function runVerifier(jobs: readonly VerifierJob[], env: NodeJS.ProcessEnv): Promise<Verdict[]> {
  const core = findPactCore()
  const folder = mkdtempSync(join(tmpdir(), 'standin-verify-'))
  try {
    const input = join(folder, 'jobs.json')
    const output = join(folder, 'verdicts.json')
    const written = jobs.map((job, i) => jobOptions(job, join(folder, `${i}.json`)))
    writeFileSync(input, JSON.stringify(written))
    const printed = await runProgram([core, input, output], env)
    const verdicts = readVerdicts(output, printed)
    return verdicts.map((verdict) => {
      if ('failure' in verdict) throw noVerdict(verdict.failure)
      return verdict
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function jobOptions({ pact, url, stateUrl, messages }: VerifierJob, file: string) {
  writeFileSync(file, renderPact(pact))
  return {
    provider: pact.provider.name,
    providerBaseUrl: url,
    pactUrls: [file],
    providerStatesSetupUrl: stateUrl,
    providerStatesSetupTeardown: true,
    transports: [{ protocol: 'message', scheme: 'http', ...messages }],
    logLevel: 'error',
  }
}

function findPactCore(): string {
  try {
    return createRequire(import.meta.url).resolve('@pact-foundation/pact-core')
  } catch (cause) {
    const message = 'Verifying contracts needs the package @pact-foundation/pact-core, which is not installed.'
    const remedy = 'Run `npm install --save-dev @pact-foundation/pact-core`.'
    throw new SandboxError('SANDBOX_MISSING_PACKAGE', message, remedy, { cause })
  }
}

function runProgram(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--eval', PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: quietEnvironment(env),
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        printed += text
      })
    }
    child.once('error', reject)
    child.once('close', () => resolve(printed))
  })
}

function readVerdicts(output: string, printed: string): (Verdict | { readonly failure: string })[] {
  try {
    return JSON.parse(readFileSync(output, 'utf8'))
  } catch (cause) {
    throw noVerdict(printed.slice(-2000), cause)
  }
}

function noVerdict(said: string, cause?: unknown): SandboxError {
  const remedy = 'Is @pact-foundation/pact-core installed for this platform?'
  return new SandboxError('SANDBOX_NOT_CONFORMANT', `Pact's verifier gave no verdict: ${said}`, remedy, { cause })
}
