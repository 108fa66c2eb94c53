import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import type { NamedPact } from '../drift/drift.js'
import { parsePact } from '../pact/pact-file.js'

/**
 * Every Pact file of a folder, in the order of their names; or one file.
 * @param cwd what paths start from, and are shown from
 * @throws SANDBOX_NOT_FOUND where there is none
 */
export function findPacts(named: string, cwd: string): NamedPact[] {
  const found = pactsIn(named, cwd)
  if (found.length === 0) {
    const remedy =
      'Record contracts with `standin contracts record --consumer NAME -- <command>`, or name the folder: --pacts.'
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no Pact file in ${named}.`, remedy)
  }
  return found
}

/** The same, where there may be none yet. */
export function pactsIn(named: string, cwd: string): NamedPact[] {
  const path = resolve(cwd, named)
  const files = !existsSync(path) ? [] : statSync(path).isDirectory() ? jsonUnder(path) : [path]
  return files.map((file) => {
    const text = readFileSync(file, 'utf8')
    const shown = relative(cwd, file).replaceAll('\\', '/')
    return { file: shown, text, pact: parsePact(text, shown) }
  })
}

function jsonUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}
