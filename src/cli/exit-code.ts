import { SandboxError, type SandboxErrorCode } from '../engine/errors.js'
import { EXIT } from './result.js'

const WRONG_USE: ReadonlySet<SandboxErrorCode> = new Set([
  'SANDBOX_BAD_INPUT',
  'SANDBOX_BAD_CONFIG',
  'SANDBOX_BAD_SCENARIO',
])

/** What an error makes of the exit code: a wrong use is told apart from a failure. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof SandboxError)) return EXIT.failed
  if (error.code === 'SANDBOX_NOT_RUNNING') return EXIT.notRunning
  return WRONG_USE.has(error.code) ? EXIT.usage : EXIT.failed
}
