import { describe, expect, test } from 'vitest'
import { Description } from '../../src/engine/description/description.js'
import { generatedDescription } from '../../src/engine/generated.js'
import { UNDECLARED_CODES } from './exceptions.js'
import { sourceFiles } from './files.js'
import { only } from './scan.js'

const DEFINES = /\b(?:behaviour|behaviourWithBefore)\(\s*['"`]([A-Z]+ \/[^'"`]*)['"`]/g

/** Files of a behaviour; what only gathers or binds them is none. */
const behaviours = sourceFiles('mocks/')
  .map((file) => ({
    ...file,
    keys: [...only(file.source, 'code', 'text').matchAll(DEFINES)].map((match) => match[1] as string),
  }))
  .filter(({ keys }) => keys.length > 0)

test('each behaviour says where it was learned', () => {
  const silent = behaviours.filter(({ source }) => !/@source\s+\S+/.test(only(source, 'comment')))
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('each behaviour declares the codes that it throws, but for those that are known', () => {
  const undeclared = behaviours.flatMap(({ path, source }) => {
    const said = only(source, 'comment')
    const thrown = [...only(source, 'code', 'text').matchAll(/\bcode:\s*'([a-zA-Z][\w.-]*)'/g)].map(
      (match) => match[1] as string,
    )
    const missing = [...new Set(thrown)].filter((code) => !said.includes(code)).sort()
    return missing.length > 0 ? [[path, missing] as const] : []
  })
  expect(Object.fromEntries(undeclared)).toEqual(UNDECLARED_CODES)
})

test('no operation has two behaviours', () => {
  const keys = behaviours.flatMap(({ path, keys: own }) =>
    own.map((key) => `${path.split('/')[1]} ${key.replace(/\{[^}]+\}/g, '{}')}`),
  )
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

describe.each([...new Set(behaviours.map(({ path }) => path.split('/')[1] as string))])(
  'behaviours of %s',
  (vendor) => {
    const description = read(vendor)
    test.skipIf(!description)('each is of an operation of the description, unless it is declared absent', async () => {
      const absent = await declaredAbsent(vendor)
      const keys = behaviours.filter(({ path }) => path.startsWith(`mocks/${vendor}/`)).flatMap(({ keys: own }) => own)
      expect(keys.filter((key) => !description?.operation(key) && !absent.has(key))).toEqual([])
    })
  },
)

function read(vendor: string): Description | undefined {
  try {
    return new Description(generatedDescription(vendor))
  } catch {
    return undefined
  }
}

async function declaredAbsent(vendor: string): Promise<ReadonlySet<string>> {
  const module = (await import(`../../mocks/${vendor}/index.ts`)) as Record<
    string,
    { readonly absent?: readonly string[] } | undefined
  >
  return new Set(Object.values(module).flatMap((exported) => exported?.absent ?? []))
}
