import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import { readFile, ScenarioFiles } from '../../engine/scenarios/files.js'
import type { WrittenScenario } from '../../engine/scenarios/written-scenario.js'
import { loadConfig } from '../config/load.js'
import type { Context } from '../context.js'

/** Folders with scenarios of the user's own, out of the configuration. */
export async function scenarioFolders({ terminal, catalog }: Context, config?: string): Promise<readonly string[]> {
  const loaded = await loadConfig(terminal.cwd, config, Object.keys(catalog))
  return loaded.config.scenarios === undefined ? [] : [loaded.config.scenarios]
}

/** @throws SANDBOX_NOT_FOUND, SANDBOX_BAD_SCENARIO */
export async function writtenScenario(context: Context, name: string, config?: string): Promise<WrittenScenario> {
  if (isFile(name)) return readFile(resolve(context.terminal.cwd, name))
  return new ScenarioFiles(await scenarioFolders(context, config)).read(name)
}

/** As the control API takes it: by its name, or the text of a file that may be on another machine. */
export async function wantedScenario({ terminal }: Context, name: string): Promise<object> {
  if (!isFile(name)) return { name }
  const path = resolve(terminal.cwd, name)
  try {
    return { file: path, text: readFileSync(path, 'utf8') }
  } catch (cause) {
    const message = `The scenario ${path} cannot be read.`
    throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Give the path of a YAML file, or a name.', { cause })
  }
}

function isFile(name: string): boolean {
  return /\.ya?ml$/.test(name) || name.includes('/')
}
