import type { Description } from '../../../contracts/document.js'
import { driftRulesOf } from '../../../contracts/drift-rules.js'
import { pinnedDescription } from '../../../contracts/pinned.js'
import { SandboxError } from '../../engine/errors.js'

/** What a user may name as a description. */
export const KINDS = 'a file or URL of an OpenAPI document, a folder or installed package of the SDK, or `pinned`'

/**
 * A description out of its text: an OpenAPI document, or one in this project's own form.
 * @param from what errors name
 * @param source what the description says of where it comes from
 * @throws SANDBOX_BAD_DESCRIPTION
 */
export async function descriptionOfText(
  vendor: string,
  text: string,
  from: string,
  source: string,
): Promise<Description> {
  if (isNormalForm(text)) return JSON.parse(text) as Description
  const { readOpenApi } = await import('../../../contracts/openapi/index.js')
  const description = explained(() => readOpenApi({ text, from, source }))
  const pinned = pinnedDescription(vendor)
  if (pinned) (await driftRulesOf(vendor)).completeOpenApi?.(description, pinned)
  return description
}

/** A description that this project wrote itself says, near its beginning, where it was read from. */
function isNormalForm(text: string): boolean {
  return text.startsWith('{"openapi":"3.1.0"') && text.slice(0, 2000).includes('"x-source":')
}

function explained<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'DescriptionProblem') throw cause
    throw new SandboxError('SANDBOX_BAD_DESCRIPTION', cause.message, `Name ${KINDS}.`, { cause })
  }
}
