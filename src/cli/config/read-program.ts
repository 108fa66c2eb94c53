import { pathToFileURL } from 'node:url'
import { SandboxError } from '../../engine/errors.js'
import type { WrittenDocument } from '../../engine/written/document.js'

/**
 * Runs a configuration written in JavaScript or TypeScript and takes its default export; a function is called.
 * @throws SANDBOX_BAD_CONFIG
 */
export async function readProgram(file: string): Promise<WrittenDocument> {
  const loaded = await load(file)
  if (!('default' in loaded)) {
    const remedy = 'Write `export default { ... }`.'
    throw new SandboxError('SANDBOX_BAD_CONFIG', `${file} has no default export.`, remedy)
  }
  const exported = loaded.default
  const value = typeof exported === 'function' ? await (exported as () => unknown)() : exported
  return { file, value, position: () => undefined }
}

async function load(file: string): Promise<Record<string, unknown>> {
  try {
    if (!file.endsWith('ts')) return (await import(pathToFileURL(file).href)) as Record<string, unknown>
    const { createJiti } = await import('jiti')
    return await createJiti(file).import<Record<string, unknown>>(file)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SandboxError('SANDBOX_BAD_CONFIG', `${file} cannot be run: ${reason}`, 'Correct it there.', { cause })
  }
}
