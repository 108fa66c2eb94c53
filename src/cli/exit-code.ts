import { SandboxError } from '../engine/errors.js'
import { EXIT } from './result.js'

/** What an error makes of the exit code: a wrong use is told apart from a failure. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof SandboxError)) return EXIT.failed
  if (error.code === 'SANDBOX_NOT_RUNNING') return EXIT.notRunning
  return error.code === 'SANDBOX_BAD_INPUT' || error.code === 'SANDBOX_BAD_CONFIG' ? EXIT.usage : EXIT.failed
}
