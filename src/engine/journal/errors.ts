import { SandboxError } from '../errors.js'

/** What is kept cannot be used. Nothing was changed. */
export function badState(message: string, remedy: string, options?: ErrorOptions): SandboxError {
  return new SandboxError('SANDBOX_BAD_STATE', message, `${remedy} Nothing was changed.`, options)
}

/** Something could not be kept, so it has not happened. */
export function notWritten(path: string, error: unknown): SandboxError {
  const { code, message } = error as NodeJS.ErrnoException
  const why = code === 'ENOSPC' ? 'the disk is full (ENOSPC)' : (code ?? message)
  return new SandboxError(
    'SANDBOX_STATE_NOT_WRITTEN',
    `${path} cannot be written: ${why}. What was asked for has not happened.`,
    'Make room, or make the folder writable, and ask again: the sandbox goes on.',
    { cause: error },
  )
}

export function isNotWritten(error: unknown): boolean {
  return error instanceof SandboxError && error.code === 'SANDBOX_STATE_NOT_WRITTEN'
}
