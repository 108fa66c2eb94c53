import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SandboxError } from './errors.js'
import { packageRoot } from './generated.js'

const read = new Map<string, string>()

/** A script for browsers that the build has made of `path`.ts, a source of ours. Read once, when it is first asked for. @throws SANDBOX_NOT_FOUND */
export function browserScript(path: string): string {
  let text = read.get(path)
  if (text === undefined) {
    const file = join(packageRoot(), 'dist', `${path}.js`)
    try {
      text = readFileSync(file, 'utf8')
    } catch (cause) {
      throw new SandboxError('SANDBOX_NOT_FOUND', `The script ${file} is not built.`, 'Run `npm run build`.', { cause })
    }
    read.set(path, text)
  }
  return text
}
