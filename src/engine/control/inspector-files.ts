import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The files of the built page, by their path below it. Read when one is first asked for, and only those that are there. */
export class InspectorFiles {
  private readonly folder: string
  private files: ReadonlyMap<string, PageFile> | undefined

  constructor(folder: string) {
    this.folder = folder
  }

  find(path: string): PageFile | undefined {
    this.files ??= read(this.folder)
    return this.files.get(path)
  }
}

function read(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), { type, bytes: readFileSync(path) })
  }
  return files
}
