import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Description } from '../../../contracts/document.js'
import { SandboxError } from '../../engine/errors.js'
import { descriptionOfText } from './from-text.js'
import { findLock, sha256 } from './lock.js'
import { packaged } from './packaged.js'

/**
 * The description of a vendor that is in use: that of standin.lock, or without an entry the one this package carries. Reads
 * only files.
 * @throws SANDBOX_CONFLICT where it is not what was locked
 */
export async function descriptionInUse(vendor: string, cwd: string): Promise<Description> {
  const found = findLock(cwd)
  const locked = found?.lock.descriptions[vendor]
  if (!found || !locked) return packaged(vendor)
  if (locked.file === undefined) {
    const description = packaged(vendor)
    if (digestOf(description) === locked.sha256) return description
    const message = `${found.path} locks ${locked.version} (${locked.source}) of ${vendor}, and this version of Standin carries ${description.info.version} (${description['x-source']}).`
    throw new SandboxError('SANDBOX_CONFLICT', message, `Run \`standin specs use ${vendor} pinned\` to move to it.`)
  }
  const path = join(dirname(found.path), locked.file)
  if (!existsSync(path)) {
    const remedy = `Commit it, or run \`standin specs use ${vendor} ${locked.source}\`.`
    throw new SandboxError('SANDBOX_NOT_FOUND', `${path}, which ${found.path} names, is not there.`, remedy)
  }
  const text = readFileSync(path, 'utf8')
  if (sha256(text) !== locked.sha256) {
    const message = `${path} is not what ${found.path} has locked: its sha256 differs.`
    throw new SandboxError(
      'SANDBOX_CONFLICT',
      message,
      `Run \`standin specs use ${vendor} ${locked.file}\` to take it as it is.`,
    )
  }
  return descriptionOfText(vendor, text, path, locked.source)
}

/** Of a description that the package carries. */
export function digestOf(description: Description): string {
  return sha256(JSON.stringify(description))
}
