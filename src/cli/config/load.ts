import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import type { AnyVendor } from '../../engine/vendor.js'
import type { WrittenDocument } from '../../engine/written/document.js'
import { findConfig } from './find.js'
import type { StandinConfig } from './schema.js'

/** A configuration that was found, and where. */
export interface LoadedConfig {
  readonly config: StandinConfig
  readonly document: WrittenDocument | undefined
}

/**
 * Finds, reads and checks the configuration; an empty one where there is none.
 * @param named with --config
 * @param vendors names of those that there are
 * @throws SANDBOX_BAD_CONFIG that names file, line and path
 */
export async function loadConfig(
  cwd: string,
  named: string | undefined,
  vendors: readonly string[],
): Promise<LoadedConfig> {
  const file = findConfig(cwd, named)
  if (file === undefined) return { config: {}, document: undefined }
  const document = await read(file)
  const { configSchema } = await import('./schema.js')
  const schema = configSchema(vendors)
  const result = schema.safeParse(document.value)
  if (!result.success) {
    const { writtenError } = await import('../../engine/written/problems.js')
    throw writtenError('SANDBOX_BAD_CONFIG', document, result.error.issues, schema)
  }
  const config = result.data as StandinConfig
  const folders = (['caDir', 'scenarios', 'state'] as const).flatMap((key) => {
    const folder = config[key]
    return folder === undefined ? [] : [[key, resolve(dirname(file), folder)] as const]
  })
  return { document, config: { ...config, ...Object.fromEntries(folders) } }
}

async function read(file: string): Promise<WrittenDocument> {
  if (/\.(?:json|ya?ml)$/.test(file)) {
    const { readText } = await import('../../engine/written/read-text.js')
    return readText(file, await readFile(file, 'utf8'))
  }
  const { readProgram } = await import('./read-program.js')
  return readProgram(file)
}

/**
 * Checks vendors' own settings, once the vendors are loaded: each says which it takes.
 * @throws SANDBOX_BAD_CONFIG
 */
export async function checkVendorSettings(
  { config, document }: LoadedConfig,
  vendors: readonly AnyVendor[],
): Promise<void> {
  if (!document) return
  const { problemAt } = await import('../../engine/written/problems.js')
  const { problemsOfSettings } = await import('../../engine/settings.js')
  const problems = vendors.flatMap(({ name, settings }) =>
    problemsOfSettings(settings, config[name]).map(({ path, what }) => problemAt(document, [name, ...path], what)),
  )
  if (problems.length > 0) throw new SandboxError('SANDBOX_BAD_CONFIG', problems.join('\n'), 'Correct it there.')
}
