import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import { readPact } from '../pact/pact-file.js'
import type { LoadedPact } from './verify-contracts.js'

/**
 * The Pact files of a folder, or the one file named, in the order of their names.
 * @throws SANDBOX_NOT_FOUND where there are none, SANDBOX_BAD_INPUT for one that is none
 */
export function loadPacts(path: string): LoadedPact[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw nothing(`There is no folder ${path}.`)
  if (!found.isDirectory()) return [{ pact: readPact(path), from: path }]
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name))
  if (files.length === 0) throw nothing(`There is no Pact file in ${path}.`)
  return files.map((file) => ({ pact: readPact(file), from: file }))
}

function nothing(message: string): SandboxError {
  const remedy = 'Record contracts with `standin contracts record --consumer NAME -- <command>`, or name their folder.'
  return new SandboxError('SANDBOX_NOT_FOUND', message, remedy)
}
