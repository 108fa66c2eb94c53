import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SandboxError } from '../../engine/errors.js'

/** A lock this old belongs to a process that is gone. In milliseconds. */
const STALE_LOCK = 20_000

/** Where what can be made again is kept: `$XDG_CACHE_HOME/standin`, or `~/.cache/standin`. */
export function cacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'standin')
}

/**
 * Makes a directory that only its owner can look into.
 * @throws SandboxError (`SANDBOX_BAD_CONFIG`)
 */
export async function ensurePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await chmod(path, 0o700)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const remedy = 'Set XDG_CACHE_HOME to a directory that can be written.'
    throw new SandboxError('SANDBOX_BAD_CONFIG', `Cannot keep certificates in ${path}: ${reason}`, remedy, { cause })
  }
}

/** Writes a file so that a reader sees the old one or the new one, and nothing between. */
export async function writeWhole(path: string, data: string | Uint8Array, mode: number): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, data, { mode, flag: 'wx' })
  try {
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** A file's text; undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Runs `work` while no other process does so under the same lock file. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      await (await open(path, 'wx')).close()
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const age = await stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      )
      if (age > STALE_LOCK) await rm(path, { force: true })
      else await wait(25)
    }
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}
