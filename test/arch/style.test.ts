import { expect, test } from 'vitest'
import { LONG_FILES, LONG_FUNCTIONS } from './exceptions.js'
import { type SourceFile, sourceFiles } from './files.js'
import { longFunctions, only } from './scan.js'

const PRODUCT = ['bin/', 'src/', 'mocks/', 'contracts/']

function found(files: readonly SourceFile[], pattern: RegExp, ...parts: Parameters<typeof only>[1][]): string[] {
  const all = parts.length === 0 ? (['code'] as const) : parts
  return files.flatMap(({ path, source }) =>
    only(source, ...all)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  )
}

/** Where the engine knows a vendor, it would have to be changed for the next one. */
const VENDORS =
  /stripe|mailchimp|mandrill|salesforce|workday|sforce|wsse|ccx\/|[srp]k_(?:test|live)|whsec_|payment_intent|\bSOQL\b|\bSObject\b/i

test('the engine knows no vendor: neither name, header nor code of one, in comments either', () => {
  expect(found(sourceFiles('src/engine/'), VENDORS, 'code', 'comment', 'text')).toEqual([])
})

/** Why each of these may look at the wall, draw lots or read the environment. */
const MAY_LOOK: Readonly<Record<string, string>> = {
  'bin/': 'starts the process',
  'src/engine/time/': 'the clock, and how long its I/O may take',
  'src/engine/events/deliveries.ts': 'what a receiver checks by its own clock',
  'src/engine/history/': 'when something happened, by the clock of who looks on',
  'src/inspector/page/': "the browser's clock",
  'src/engine/scenarios/journal.ts': 'when a client had its answer, by its own clock',
  'src/engine/control/': 'how long the process has run',
  'src/engine/bundles/pseudonym-key.ts': 'a key that nobody can guess',
  'src/engine/call.ts': 'when a request came, by the clock that its client has stamped it with',
  'src/doors/tls/': 'how long certificates are valid',
  'src/doors/hook/': 'what the parent process has said',
  'src/doors/': 'the environment of a program that is run',
  'src/cli/': 'the terminal and its environment',
  'contracts/generate.ts': 'how long it took',
  'contracts/npm-config.ts': 'what npm has put there',
}

test('time, chance and the environment are the world’s, but for a few files', () => {
  const files = sourceFiles(...PRODUCT).filter(
    ({ path }) => !Object.keys(MAY_LOOK).some((allowed) => path.startsWith(allowed)),
  )
  const looks =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.env\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/
  expect(found(files, looks)).toEqual([])
})

test('a stand-in has no clock, no chance and no network of its own', () => {
  // What runs in a browser is no part of the stand-in: it is a program that uses it.
  const files = sourceFiles('mocks/').filter(({ path }) => !path.includes('/browser/'))
  expect(
    found(
      files,
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bsetTimeout\b|\bsetInterval\b|\brandomUUID\b|\brandomBytes\b/,
    ),
  ).toEqual([])
  expect(found(files, /from 'node:(?:https?|net|tls|dns|fs|child_process|timers)/, 'code', 'text')).toEqual([])
})

test('only the command line and its like write to a console, and only bin/ ends the process', () => {
  expect(
    found(
      sourceFiles('src/', 'mocks/').filter(({ path }) => !path.startsWith('src/cli/')),
      /\bconsole\s*\./,
    ),
  ).toEqual([])
  expect(found(sourceFiles('src/', 'mocks/', 'contracts/'), /\bprocess\.exit\b|\bprocess\.abort\b/)).toEqual([])
})

test('exports have names', () => {
  expect(found(sourceFiles(...PRODUCT, 'test/'), /^\s*export default\b|\bas default\b/)).toEqual([])
})

test('there is no way round the types', () => {
  expect(found(sourceFiles(...PRODUCT), /\bas any\b|:\s*any\b|<any>/)).toEqual([])
  expect(found(sourceFiles(...PRODUCT), /@ts-(?:ignore|nocheck)/, 'comment')).toEqual([])
})

test('files are named for their one subject', () => {
  const names = sourceFiles().map(({ path }) => path)
  expect(
    names.filter((path) =>
      /\/(?:helpers?|utils?|common|misc|managers?|[a-z-]+-(?:helpers?|utils?|manager))\.[mc]?[jt]s$/.test(path),
    ),
  ).toEqual([])
  expect(
    names.filter(
      (path) =>
        !/^(?:[a-z0-9-]+\/)+[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.test-d|\.config|\.d)?\.(?:[mc]?[jt]s|tsx)$/.test(path),
    ),
  ).toEqual([])
})

test('a types.ts is shared by two files at least', () => {
  const shared = sourceFiles().filter(({ path }) => path.endsWith('/types.ts'))
  for (const { path } of shared) {
    const folder = path.slice(0, -'types.ts'.length)
    expect(sourceFiles(folder).filter(({ source }) => source.includes("/types.js'")).length, path).toBeGreaterThan(1)
  }
})

test('a file has 300 lines at most, but for those that are known, which do not grow', () => {
  const long = Object.fromEntries(
    sourceFiles()
      .map(({ path, source }) => [path, source.trimEnd().split('\n').length] as const)
      .filter(([, lines]) => lines > 300),
  )
  expect(long).toEqual(LONG_FILES)
})

test('a function has 50 lines at most, but for those that are known, which do not grow', () => {
  const long = Object.fromEntries(
    sourceFiles(...PRODUCT, 'demo/', 'bench/', 'scripts/').flatMap(({ path, source }) => {
      const functions = longFunctions(source, 50)
      return functions.length > 0 ? [[path, Math.max(...functions.map(({ lines }) => lines))] as const] : []
    }),
  )
  expect(long).toEqual(LONG_FUNCTIONS)
})
