import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Beside the compiled program; and where that is run from its sources, where set-up puts it. */
const PLACES = ['../../inspector', '../../dist/inspector']

/** The folder of the built page; undefined where it was not built. */
export function inspectorFolder(): string | undefined {
  return PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((folder) =>
    existsSync(join(folder, 'index.html')),
  )
}
