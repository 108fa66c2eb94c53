import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Description } from './document.js'

/** The description that this package carries for a vendor; undefined where there is none. */
export function pinnedDescription(vendor: string): Description | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(vendor)) return undefined
  const file = join(packageFolder(), 'contracts', 'generated', `${vendor}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : undefined
}

/** The folder of this package's package.json, from the sources and from what is built of them alike. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
