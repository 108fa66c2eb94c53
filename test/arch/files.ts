import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const OURS = ['bin', 'src', 'mocks', 'contracts', 'demo', 'bench', 'scripts', 'test']
const NOT_OURS = new Set(['node_modules', 'dist', 'generated'])

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string
  readonly source: string
}

let all: readonly SourceFile[] | undefined

/** Every source that people write, generated ones left out. */
export function sourceFiles(...under: string[]): readonly SourceFile[] {
  all ??= OURS.flatMap((folder) => filesUnder(folder))
  return under.length === 0 ? all : all.filter(({ path }) => under.some((folder) => path.startsWith(folder)))
}

function filesUnder(folder: string): SourceFile[] {
  let entries: ReturnType<typeof list>
  try {
    entries = list(folder)
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesUnder(path)
    return /\.(?:tsx?|mts|js|mjs)$/.test(entry.name) ? [{ path, source: readFileSync(join(ROOT, path), 'utf8') }] : []
  })
}

function list(folder: string) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
}

/** Where a relative import leads, as a path from the root; `npm:` and `node:` for what is not ours. */
export function target(from: string, specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:'
  if (!specifier.startsWith('.')) return 'npm:'
  return posix
    .join(posix.dirname(from), specifier)
    .replace(/\.js$/, '.ts')
    .replace(/\.d\.ts$/, '.ts')
}
