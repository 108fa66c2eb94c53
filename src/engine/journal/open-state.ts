import type { StateOptions } from '../sandbox-options.js'
import { FileJournal } from './file/file-journal.js'
import { SandboxState } from './sandbox-state.js'

/**
 * Opens the state in a folder, and makes what goes on from it. Where that fails the folder is let go, as it was.
 * @throws SANDBOX_BAD_STATE, SANDBOX_STATE_NOT_WRITTEN, SANDBOX_CONFLICT
 */
export function openState<T>({ standin = '', ...options }: StateOptions, make: (state: SandboxState) => T): T {
  const journal = new FileJournal(options)
  try {
    return make(new SandboxState(journal, standin))
  } catch (error) {
    journal.close()
    throw error
  }
}
