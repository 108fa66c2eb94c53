import type { Description } from '../../../contracts/document.js'
import { pinnedDescription } from '../../../contracts/pinned.js'
import { SandboxError } from '../../engine/errors.js'

/** The description that this package carries. @throws SANDBOX_NOT_FOUND */
export function packaged(vendor: string): Description {
  const found = pinnedDescription(vendor)
  if (found) return found
  const message = `Standin carries no description of '${vendor}'.`
  throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Name a vendor that `standin coverage` lists.')
}
