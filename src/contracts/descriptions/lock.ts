import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { SandboxError } from '../../engine/errors.js'
import { LOCK, lockPath } from './lock-path.js'

const lockedSchema = z.object({
  /** Package and version, path or URL that it was taken from. */
  source: z.string(),
  /** The API version that it describes. */
  version: z.string(),
  /** Of the file's bytes, or without a file of the description that the package carries. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The description itself, from the folder of the lock; none: the package carries it. */
  file: z.string().optional(),
})

const lockSchema = z.object({ lockfileVersion: z.literal(1), descriptions: z.record(z.string(), lockedSchema) })

export type Locked = z.infer<typeof lockedSchema>
export type Lock = z.infer<typeof lockSchema>

export interface FoundLock {
  readonly path: string
  readonly lock: Lock
}

/** The lock of a folder or of the nearest one above that has one. @throws SANDBOX_BAD_CONFIG for one that cannot be read */
export function findLock(cwd: string): FoundLock | undefined {
  const path = lockPath(cwd)
  return path === undefined ? undefined : { path, lock: parseLock(readFileSync(path, 'utf8'), path) }
}

/** Writes one vendor's entry, vendors in order, so that diffs are small. @returns the path of the lock */
export function writeLocked(cwd: string, vendor: string, locked: Locked | undefined): string {
  const found = findLock(cwd) ?? { path: join(resolve(cwd), LOCK), lock: { lockfileVersion: 1, descriptions: {} } }
  const { [vendor]: _, ...others } = found.lock.descriptions
  const all = Object.entries(locked ? { ...others, [vendor]: locked } : others).sort(([a], [b]) => (a < b ? -1 : 1))
  const lock = { lockfileVersion: 1, descriptions: Object.fromEntries(all) }
  writeFileSync(found.path, `${JSON.stringify(lock, null, 2)}\n`)
  return found.path
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function parseLock(text: string, path: string): Lock {
  const remedy = 'Take it back from version control, or remove it and run `standin specs use` again.'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new SandboxError('SANDBOX_BAD_CONFIG', `${path} is no JSON.`, remedy, { cause })
  }
  const result = lockSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const message = `${path} is no lock of this version: at ${issue?.path.join('.') || 'its root'}: ${issue?.message}.`
  throw new SandboxError('SANDBOX_BAD_CONFIG', message, remedy)
}
