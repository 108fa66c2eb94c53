import { expect, test } from 'vitest'
import { importsOf, longFunctions, only } from './scan.js'

const source = [
  "import a, { b } from './a.js' // from './not.js'",
  'import type {',
  '  C,',
  "} from './c.js'",
  "import './side.js'",
  "export * from './all.js'",
  "export { d } from 'd'",
  "const e = await import('./e.js')",
  "type F = import('./f.js').F",
  'const text = "import x from \'./x.js\'"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source.
  'const nested = `a ${b /* c */ + `d ${e}` + "f"} g // h`',
  'const pattern = /["\'`/*]\\/[/]/ // end',
  'const half = a / b / c',
].join('\n')

test('imports are found in each of their forms, and nothing else is', () => {
  expect(importsOf(source)).toEqual(['./a.js', './c.js', './side.js', './all.js', 'd', './e.js', './f.js'])
})

test('code, comments and texts are told apart', () => {
  expect(
    only(source, 'comment')
      .trim()
      .split(/\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ).toEqual(["// from './not.js'", '/* c */', '// end'])
  const code = only(source, 'code').split('\n')
  expect(code[10]?.replace(/\s+/g, ' ')).toBe('const nested = b + e + ')
  expect(code[11]?.trimEnd()).toBe('const pattern =')
  expect(code[12]).toBe('const half = a / b / c')
  expect(only(source, 'code', 'comment', 'text')).toBe(source)
})

test('long functions are found, other long blocks are not', () => {
  const body = `${'\n  work()'.repeat(5)}\n}`
  const of = (header: string) => longFunctions(`${header} {${body}`, 5).length
  const functions = [
    'function a(b: string, c = d()): Promise<void>',
    'const a = async (b) =>',
    'class X { private get a(): A<B>',
    'test("a", () =>',
  ]
  expect(functions.map(of)).toEqual([1, 1, 1, 1])
  expect(
    ['const a =', 'class A extends B', 'interface A', 'if (a)', 'for (const a of b())', 'export type A ='].map(of),
  ).toEqual([0, 0, 0, 0, 0, 0])
})
