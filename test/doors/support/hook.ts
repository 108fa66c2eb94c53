import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'

const SOURCE = fileURLToPath(new URL('../../../src/doors/', import.meta.url))
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))
const FILES = ['host-map', 'hook/register', 'hook/settings', 'hook/sockets', 'hook/tls']

/**
 * Compiles the hook as the build does, but into a directory of the test's own, since a child process of the test has no
 * TypeScript. That the list of files is enough shows that the hook pulls in nothing else of the project.
 * @returns the hook's URL
 */
export async function compileHook(dir: string): Promise<string> {
  for (const file of FILES) {
    const source = await readFile(join(SOURCE, `${file}.ts`), 'utf8')
    const compilerOptions = { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true }
    const path = join(dir, 'hook-build', `${file}.js`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, ts.transpileModule(source, { compilerOptions }).outputText)
  }
  await writeFile(join(dir, 'hook-build', 'package.json'), '{"type":"module"}')
  return pathToFileURL(join(dir, 'hook-build', 'hook', 'register.js')).href
}

/** Makes the packages of this project those of programs in `dir`. */
export function linkPackages(dir: string): Promise<void> {
  return symlink(MODULES, join(dir, 'node_modules'))
}
