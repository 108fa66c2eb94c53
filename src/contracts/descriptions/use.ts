import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Description, operationsOf } from '../../../contracts/document.js'
import { digestOf } from './in-use.js'
import { findLock, type Locked, sha256, writeLocked } from './lock.js'
import { openDescription } from './open-description.js'

/** Where descriptions are kept that are in no file of the user's own, from the folder of standin.lock. To be committed. */
const KEPT = 'standin-specs'

export interface Used {
  readonly vendor: string
  readonly lock: string
  readonly locked: Locked
  readonly operations: number
}

/**
 * Makes a description that of a vendor from now on, and pins it in standin.lock. What is in no file of the user's own (a URL, an
 * SDK) is kept beside the lock, so that it is there without a network.
 * @throws SANDBOX_NOT_FOUND, SANDBOX_BAD_DESCRIPTION, SANDBOX_MISSING_PACKAGE
 */
export async function useDescription(vendor: string, named: string, cwd: string): Promise<Used> {
  const description = await openDescription(vendor, named, cwd)
  const root = dirname(findLock(cwd)?.path ?? join(resolve(cwd), 'standin.lock'))
  const locked = entryOf(vendor, named, { description, cwd, root })
  const lock = writeLocked(cwd, vendor, locked)
  return { vendor, lock, locked, operations: [...operationsOf(description)].length }
}

interface Place {
  readonly description: Description
  readonly cwd: string
  readonly root: string
}

function entryOf(vendor: string, named: string, { description, cwd, root }: Place): Locked {
  const { version } = description.info
  if (named === 'pinned') return { source: description['x-source'], version, sha256: digestOf(description) }
  const own = resolve(cwd, named)
  if (existsSync(own) && statSync(own).isFile()) {
    const file = relative(root, own).replaceAll('\\', '/')
    return { source: file, version, sha256: sha256(readFileSync(own, 'utf8')), file }
  }
  const file = `${KEPT}/${vendor}.json`
  const text = JSON.stringify(description)
  mkdirSync(join(root, KEPT), { recursive: true })
  writeFileSync(join(root, file), text)
  return { source: description['x-source'], version, sha256: sha256(text), file }
}
