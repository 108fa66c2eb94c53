import { resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import type { StateOptions } from '../../engine/sandbox-options.js'
import type { StandinConfig } from '../config/schema.js'
import type { StartOptions } from '../definitions/start.js'
import { version } from '../version.js'

/** Where `standin start` keeps its state; undefined where it ends with the process. @throws SANDBOX_BAD_INPUT */
export function stateOptions(cwd: string, options: StartOptions, config: StandinConfig): StateOptions | undefined {
  const folder = options.state === undefined ? config.state : resolve(cwd, options.state)
  if (folder !== undefined) return { folder, fsync: options.fsync ?? config.fsync, standin: version() }
  if (!options.fsync) return undefined
  throw new SandboxError('SANDBOX_BAD_INPUT', 'There is nothing to write to the disk.', 'Give --state <folder> too.')
}
