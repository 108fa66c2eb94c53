import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDescription } from './description/laid-out.js'
import type { DescriptionParts } from './description/parts.js'
import { SandboxError } from './errors.js'

/** A vendor's description, contracts/generated/<name>.json of this package, of which a part is parsed when it is needed. */
export function generatedDescription(vendor: string): DescriptionParts {
  return readGenerated(vendor, readDescription)
}

/** What else was generated, as it is. */
export function generated<T>(name: string): T {
  return readGenerated(name, (bytes) => JSON.parse(bytes.toString('utf8')) as T)
}

/** The same as it is written, for what is too large to be held as objects. */
export function generatedBytes(name: string): Buffer {
  return readGenerated(name, (bytes) => bytes)
}

function readGenerated<T>(vendor: string, parse: (bytes: Buffer) => T): T {
  const path = join(packageRoot(), 'contracts', 'generated', `${vendor}.json`)
  try {
    return parse(readFileSync(path))
  } catch (error) {
    throw new SandboxError(
      'SANDBOX_BAD_DESCRIPTION',
      `The description of ${vendor} cannot be read: ${path}.`,
      'Run `npm run generate`.',
      {
        cause: error,
      },
    )
  }
}

let root: string | undefined

/** The folder of our package.json, from the sources and from what is built of them alike. */
export function packageRoot(): string {
  if (root) return root
  let at = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    try {
      readFileSync(join(at, 'package.json'))
      root = at
      return at
    } catch {
      const up = dirname(at)
      if (up === at)
        throw new SandboxError(
          'SANDBOX_BAD_DESCRIPTION',
          'No package.json is found above the program.',
          'Install the package again.',
        )
      at = up
    }
  }
}
