import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A digest of everything a generated file depends on: values, and the source files under some folders. */
export function stampOf(values: unknown, files: string[]): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify(values))
  for (const file of files) {
    hash.update(`\0${file}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** TypeScript files directly in a folder, in order. */
export function sourceFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))
}

/** TypeScript files in a folder and in the folders inside it, in order. */
export function sourceFilesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))
}
