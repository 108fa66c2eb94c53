import { expect, test } from 'vitest'
import { sourceFiles, target } from './files.js'
import { only } from './scan.js'

/** What a start runs: the command, a vendor's index and what is behind its lazy face. */
const BEGINS = [
  'src/cli/main.ts',
  'src/cli/commands/start.ts',
  'src/cli/commands/start-view.ts',
  ...['stripe/index', 'mailchimp/vendor', 'salesforce/vendor', 'workday/vendor'].map((name) => `mocks/${name}.ts`),
]
/** The packages that a start may load: each takes its part of half a second and of 120 MB. Others come with what needs them. */
const PACKAGES = ['cli-table3', 'commander', 'picocolors']

/** What is loaded with a source: imports and exports of values, not of types, and not those that are made while it runs. */
function loadedWith(source: string): string[] {
  const clauses = only(source, 'code', 'text').matchAll(
    /(?:^|\n)(?:import|export)\s+(?!type\b)(?:([\w*{}\s,$]+?)\s+from\s+)?'([^']+)'/g,
  )
  return [...clauses].flatMap(([, names = 'all', from = '']) => {
    const listed = /^\{([^}]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '')
    return listed?.every((name) => name.trim().startsWith('type ')) ? [] : [from]
  })
}

function packagesLoaded(begins: readonly string[]): Map<string, string> {
  const files = new Map(sourceFiles('src/', 'mocks/').map(({ path, source }) => [path, source]))
  const packages = new Map<string, string>()
  const seen = new Set<string>()
  const waiting = [...begins]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    for (const specifier of loadedWith(files.get(path) ?? '')) {
      const to = target(path, specifier)
      if (to === 'npm:') packages.set(specifier, path)
      else if (to !== 'node:') waiting.push(to)
    }
  }
  return packages
}

test('a start loads few packages: what only some requests need comes with them', () => {
  expect(sourceFiles('src/', 'mocks/').map(({ path }) => path)).toEqual(expect.arrayContaining(BEGINS))
  const loaded = packagesLoaded(BEGINS)
  expect([...loaded].filter(([name]) => !PACKAGES.includes(name))).toEqual([])
})

test('one that came in would be seen, a type would not', () => {
  expect(loadedWith("import { z } from 'zod'\nimport type { a } from 'b'\nexport { type C, d } from './e.js'")).toEqual(
    ['zod', './e.js'],
  )
  expect(loadedWith("import { type A, type B } from 'c'\nimport 'd'\nconst e = await import('f')")).toEqual(['d'])
})
