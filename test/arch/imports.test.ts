import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles, target } from './files.js'
import { importsOf } from './scan.js'

const EXTERNAL = ['node:', 'npm:']

/** Who may import whom, by the beginning of a path; the first line that fits a file counts. `{vendor}` stands for its own. */
const MAY: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['bin/', ['src/cli/']],
  ['src/index.ts', ['src/']],
  ['src/catalog.ts', ['mocks/{any}/index.ts', 'src/engine/vendor.ts']],
  ['src/engine/', ['src/engine/']],
  [
    'src/cli/',
    ['src/cli/', 'src/catalog.ts', 'src/engine/', 'src/doors/', 'src/contracts/', 'src/inspector/', 'contracts/'],
  ],
  ['src/doors/', ['src/doors/', 'src/engine/']],
  ['src/library/', ['src/library/', 'src/catalog.ts', 'src/engine/', 'src/doors/']],
  ['src/contracts/', ['src/contracts/', 'src/index.ts', 'src/engine/errors.ts', 'src/engine/markup.ts', 'contracts/']],
  // It reads the control API, so it has no need of the engine's code.
  ['src/inspector/', ['src/inspector/']],
  ['mocks/scenarios/', []],
  ['mocks/{vendor}/', ['mocks/{vendor}/', 'src/engine/kit.ts', 'contracts/generated/{vendor}.ts']],
  ['contracts/{vendor}/', ['contracts/{vendor}/', 'contracts/{file}']],
  ['contracts/', ['contracts/']],
]

function mayImport(path: string): { readonly to: readonly string[]; readonly vendor: string } | undefined {
  const vendor = /^(?:mocks|contracts)\/([^/]+)\//.exec(path)?.[1] ?? ''
  for (const [from, to] of MAY) {
    if (from.includes('{vendor}') && vendor === '') continue
    if (path.startsWith(from.replace('{vendor}', vendor))) return { to, vendor }
  }
  return undefined
}

function fits(to: string, rule: string, vendor: string): boolean {
  if (rule.includes('{any}') || rule.includes('{file}')) {
    const [start = '', end = ''] = rule.split(/\{\w+\}/)
    return to.startsWith(start) && to.endsWith(end) && !to.slice(start.length, to.length - end.length).includes('/')
  }
  return to.startsWith(rule.replaceAll('{vendor}', vendor))
}

function wrongImports({ path, source }: SourceFile): string[] {
  const may = mayImport(path)
  if (!may) return []
  return importsOf(source)
    .map((specifier) => target(path, specifier))
    .filter((to) => !EXTERNAL.includes(to) && !may.to.some((rule) => fits(to, rule, may.vendor)))
    .map((to) => `${path} imports ${to}`)
}

test('each part imports only what it may', () => {
  expect(sourceFiles('bin/', 'src/', 'mocks/', 'contracts/').flatMap(wrongImports)).toEqual([])
})

test('a part that may not import another is found out', () => {
  const wrong = (path: string, specifier: string) =>
    wrongImports({ path, source: `import type { A } from '${specifier}'` }).length
  expect(wrong('src/engine/a.ts', '../../mocks/stripe/index.js')).toBe(1)
  expect(wrong('src/engine/a.ts', '../cli/main.js')).toBe(1)
  expect(wrong('mocks/stripe/a/b.ts', '../../../src/engine/sandbox.js')).toBe(1)
  expect(wrong('mocks/stripe/a/b.ts', '../../workday/index.js')).toBe(1)
  expect(wrong('mocks/stripe/a/b.ts', '../../../contracts/generated/workday.js')).toBe(1)
  expect(wrong('mocks/stripe/a/b.ts', '../../../src/engine/kit.js')).toBe(0)
  expect(wrong('mocks/stripe/api.ts', '../../contracts/generated/stripe.js')).toBe(0)
  expect(wrong('src/catalog.ts', '../mocks/stripe/refunds/create.js')).toBe(1)
  expect(wrong('src/catalog.ts', '../mocks/stripe/index.js')).toBe(0)
  expect(wrong('src/inspector/page.ts', '../engine/sandbox.js')).toBe(1)
  expect(wrong('contracts/stripe/read.ts', '../document.js')).toBe(0)
  expect(wrong('contracts/stripe/read.ts', '../workday/read.js')).toBe(1)
})

test('every part of src/ has a rule', () => {
  expect(
    sourceFiles('src/', 'bin/', 'contracts/', 'mocks/')
      .filter(({ path }) => !mayImport(path))
      .map(({ path }) => path),
  ).toEqual([])
})

test('relative imports end in .js and lead to a file', () => {
  const known = new Set(sourceFiles().map(({ path }) => path))
  const lost = sourceFiles('bin/', 'src/', 'mocks/', 'contracts/', 'test/').flatMap(({ path, source }) => {
    // What is imported in a text that a test writes is none of ours.
    if (path.startsWith('test/arch/')) return []
    return importsOf(source)
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => !specifier.endsWith('.js') && !specifier.endsWith('.mjs') && !specifier.endsWith('.json'))
      .concat(
        importsOf(source).filter(
          (specifier) => specifier.endsWith('.js') && specifier.startsWith('.') && !leads(path, specifier),
        ),
      )
      .map((specifier) => `${path}: ${specifier}`)
  })
  function leads(path: string, specifier: string): boolean {
    const to = target(path, specifier)
    return known.has(to) || known.has(`${to}x`) || known.has(to.replace(/\.ts$/, '.js')) || to.includes('/generated/')
  }
  expect(lost).toEqual([])
})

test('nothing imports itself by a detour', () => {
  const edges = new Map(
    sourceFiles('bin/', 'src/', 'mocks/', 'contracts/').map(({ path, source }) => [path, runtimeImports(path, source)]),
  )
  expect(cycles(edges)).toEqual([])
  expect(
    cycles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
        ['d', ['a']],
      ]),
    ),
  ).toEqual(['a -> b -> c -> a'])
})

/** Types are gone when the program runs: two files may know each other's. */
function runtimeImports(path: string, source: string): string[] {
  return importsOf(source.replace(/(?:^|\n)\s*(?:import|export)\s+type\s[^'"]*['"][^'"]+['"]/g, '\n')).map(
    (specifier) => target(path, specifier),
  )
}

function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path)
    if (at >= 0) found.push([...above.slice(at), path].join(' -> '))
    if (at >= 0 || done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...above, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return found
}
