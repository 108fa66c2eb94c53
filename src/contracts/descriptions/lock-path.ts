import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const LOCK = 'standin.lock'

/** The lock's path in a folder, or in the nearest one above that has one. Reads nothing, so that a start without one loads nothing for it. */
export function lockPath(cwd: string): string | undefined {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    const path = join(at, LOCK)
    if (existsSync(path)) return path
    if (dirname(at) === at) return undefined
  }
}
