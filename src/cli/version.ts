import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/generated.js'

/** Of this package, as its package.json has it. */
export function version(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8')
  const { version: found } = JSON.parse(text) as { version?: string }
  return found ?? '0.0.0'
}
