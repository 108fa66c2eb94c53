import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import type { AnyVendor } from '../../engine/vendor.js'
import type { LoadedConfig } from './load.js'

export type VendorSettings = Readonly<Record<string, unknown>>

/** Where a project is: the folder of its configuration, or the working one where there is none. */
export function projectFolder(cwd: string, { document }: LoadedConfig): string {
  return document ? dirname(document.file) : resolve(cwd)
}

/**
 * A vendor's settings, with what stands in the folders that it names.
 * @throws SANDBOX_BAD_CONFIG for a file that is no JSON
 */
export function withFolders(vendor: AnyVendor, project: string, settings: VendorSettings): VendorSettings {
  const read: Record<string, unknown> = {}
  for (const [setting, path] of Object.entries(vendor.settingsFolders ?? {})) {
    const folder = join(project, path)
    if (!existsSync(folder)) continue
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const entries = files.sort().map((name) => [basename(name, '.json'), readJson(join(folder, name))])
    read[setting] = { ...Object.fromEntries(entries), ...(settings[setting] as object | undefined) }
  }
  return { ...settings, ...read }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const remedy = 'Import it again, or take the file away.'
    throw new SandboxError('SANDBOX_BAD_CONFIG', `${file} cannot be read: ${reason}.`, remedy, { cause })
  }
}
