import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import { type PactFile, renderPact } from '../pact/pact-file.js'

/** @throws SANDBOX_BAD_INPUT for a name that cannot be a file's */
export function checkConsumer(consumer: string): void {
  if (/^[\w@][\w.@ -]*$/.test(consumer)) return
  const remedy = 'Use letters, digits, spaces, dots and dashes.'
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${consumer}' cannot name a consumer and its files.`, remedy)
}

/** Writes `<folder>/<consumer>-<vendor>.json` of each; gives the paths. */
export function writePacts(folder: string, pacts: readonly PactFile[]): string[] {
  mkdirSync(folder, { recursive: true })
  return pacts.map((pact) => {
    const path = join(folder, `${pact.consumer.name}-${pact.provider.name}.json`.replaceAll(' ', '-'))
    writeFileSync(path, renderPact(pact))
    return path
  })
}
