import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SandboxError } from '../errors.js'
import { packageRoot } from '../generated.js'
import { nearest } from '../nearest.js'
import { readScenario } from './read.js'
import type { WrittenScenario } from './written-scenario.js'

export interface ScenarioFile {
  readonly name: string
  readonly path: string
}

/** The scenarios of this package, of each vendor and over several, then those of the user's own folders, which go before. */
export class ScenarioFiles {
  private readonly folders: readonly string[]

  /** @param own the user's folders */
  constructor(own: readonly string[] = []) {
    this.folders = own
  }

  /** All there are, by name. */
  list(): ScenarioFile[] {
    const found = new Map<string, ScenarioFile>()
    for (const folder of [...packageFolders(), ...this.folders]) {
      for (const file of filesIn(folder)) found.set(file.name, file)
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** @throws SANDBOX_NOT_FOUND, SANDBOX_BAD_SCENARIO */
  read(name: string): WrittenScenario {
    const files = this.list()
    const file = files.find((each) => each.name === name)
    if (file) return readFile(file.path)
    const known = files.map((each) => each.name)
    const meant = known.find((each) => each.endsWith(name)) ?? nearest(name, known)
    const remedy =
      meant === undefined ? 'See `standin scenario list`.' : `Did you mean '${meant}'? See \`standin scenario list\`.`
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no scenario '${name}'.`, remedy)
  }
}

/** @throws SANDBOX_BAD_SCENARIO */
export function readFile(path: string): WrittenScenario {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const message = `The scenario ${path} cannot be read.`
    throw new SandboxError('SANDBOX_BAD_SCENARIO', message, 'Give the path of a YAML file.', { cause })
  }
  return readScenario(path, text)
}

/** mocks/<vendor>/scenarios, and mocks/scenarios for those that span vendors: as written, beside the sources and in the package. */
function packageFolders(): string[] {
  const mocks = join(packageRoot(), 'mocks')
  return [join(mocks, 'scenarios'), ...foldersIn(mocks).map((vendor) => join(mocks, vendor, 'scenarios'))]
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  } catch {
    return []
  }
}

function filesIn(folder: string): ScenarioFile[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ name: name.replace(/\.ya?ml$/, ''), path: join(folder, name) }))
}
