import { closeSync, existsSync, fstatSync, openSync, readSync, truncateSync, writeFileSync } from 'node:fs'

/**
 * Puts what stands behind a place of a file into a file of its own, beside it.
 * @returns the path of that
 */
export function setAside(path: string, from: number, why: 'torn' | 'damaged'): string {
  let aside = `${path}.${why}`
  for (let count = 2; existsSync(aside); count++) aside = `${path}.${why}-${count}`
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(fstatSync(handle).size - from)
    readSync(handle, bytes, 0, bytes.length, from)
    writeFileSync(aside, bytes, { flag: 'wx', mode: 0o600, flush: true })
  } finally {
    closeSync(handle)
  }
  truncateSync(path, from)
  return aside
}
