import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const named = /\bbehaviour(?:WithBefore)?\(\s*(['"`])([A-Z]+ \/[^'"`]*)\1/g

/** Operation keys named by `behaviour('METHOD /path', ...)` in a text. */
export function behaviourKeys(text: string): string[] {
  return [...text.matchAll(named)].map(([, , key = '']) => key)
}

/** Operation keys named anywhere under a folder, in order, each once. */
export function scanBehaviours(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('node_modules'),
  )
  const keys = files.flatMap((name) => behaviourKeys(readFileSync(join(folder, name), 'utf8')))
  return [...new Set(keys)].sort()
}
