import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'

export const CONFIG_NAMES: readonly string[] = ['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'].map(
  (extension) => `standin.config.${extension}`,
)

/**
 * The configuration that holds here: the one named, or the nearest one upwards.
 * @throws SANDBOX_BAD_CONFIG where the one named is not there, or a folder has two
 */
export function findConfig(cwd: string, named: string | undefined): string | undefined {
  if (named !== undefined) {
    const path = resolve(cwd, named)
    if (existsSync(path)) return path
    throw new SandboxError('SANDBOX_BAD_CONFIG', `There is no configuration ${path}.`, 'Correct --config.')
  }
  for (let at = resolve(cwd); ; at = dirname(at)) {
    const found = CONFIG_NAMES.filter((name) => existsSync(join(at, name)))
    if (found.length > 1) {
      const remedy = 'Keep one of them, or name one with --config.'
      throw new SandboxError('SANDBOX_BAD_CONFIG', `${at} has ${found.join(' and ')}.`, remedy)
    }
    if (found[0]) return join(at, found[0])
    if (dirname(at) === at) return undefined
  }
}
