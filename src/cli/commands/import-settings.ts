import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import { loadConfig } from '../config/load.js'
import { projectFolder } from '../config/settings-folders.js'
import type { Context } from '../context.js'
import type { ImportOptions } from '../definitions/salesforce.js'
import { done, type Result } from '../result.js'

/**
 * Turns a document of the user's own account into files that the next start reads.
 * @throws SANDBOX_BAD_INPUT that names the file, what is wrong with it and where
 */
export async function importSettings(context: Context, options: ImportOptions): Promise<Result> {
  const { cwd } = context.terminal
  const head = await context.catalog[options.vendor]?.()
  const vendor = head && 'load' in head ? await head.load() : head
  const folderName = vendor?.importer && head?.settingsFolders?.[vendor.importer.setting]
  if (!vendor?.importer || folderName === undefined) {
    throw new SandboxError('SANDBOX_BAD_INPUT', `Nothing can be imported for '${options.vendor}'.`, 'See --help.')
  }
  const entries = vendor.importer.read(readDocument(resolve(cwd, options.file)), options.file)
  const loaded = await loadConfig(cwd, options.config, Object.keys(context.catalog))
  const folder = join(projectFolder(cwd, loaded), folderName)
  mkdirSync(folder, { recursive: true })
  const files = Object.entries(entries).map(([name, entry]) => {
    const file = join(folder, `${name}.json`)
    writeFileSync(file, `${JSON.stringify(entry, undefined, 1)}\n`)
    return { name, file }
  })
  return done({ imported: files }, () => {
    const lines = files.map(({ name, file }) => `${name}  ${relative(cwd, file)}\n`)
    return `${lines.join('')}They are there at the next start.\n`
  })
}

/** `sf ... --json` wraps what it prints into `{status, result}`. */
function readDocument(file: string): unknown {
  try {
    const document: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
    const { status, result } = (document ?? {}) as { status?: unknown; result?: unknown }
    return typeof status === 'number' && result !== undefined ? result : document
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SandboxError('SANDBOX_BAD_INPUT', `${file} cannot be read: ${reason}`, 'Give a file of JSON.', { cause })
  }
}
