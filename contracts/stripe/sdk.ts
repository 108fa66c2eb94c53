import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** The installed SDK, parsed: declarations with a checker for names, and the text of its JavaScript. */
export interface Sdk {
  /** `stripe@<version>`. */
  source: string
  apiVersion: string
  checker: ts.TypeChecker
  /** Declaration files under resources/, by path without extension, e.g. `Billing/Meters`. */
  declarations: Map<string, ts.SourceFile>
  /** JavaScript files under resources/, by the same paths. */
  scripts: Map<string, ts.SourceFile>
  /** How it is laid out: `classes` as of version 20, before that `specs` of each method and ambient declarations. */
  layout: 'classes' | 'specs'
}

/** Parses the package found in `root` (the folder that holds its package.json). */
export function openSdk(root: string): Sdk {
  const esm = join(root, 'esm')
  const resources = join(esm, 'resources')
  const types = join(root, 'types')
  const layout = existsSync(join(types, 'shared.d.ts')) ? 'specs' : 'classes'
  const files = filesUnder(resources)
  const declarationFolder = layout === 'specs' ? types : resources
  const declared = filesUnder(declarationFolder).filter((file) => file.endsWith('.d.ts') && !isTest(file))
  const program = parse(layout === 'specs' ? declared : [...declared, join(esm, 'shared.d.ts'), join(esm, 'lib.d.ts')])
  const nameOf = (file: string, extension: string) =>
    relative(extension === '.js' ? resources : declarationFolder, file)
      .slice(0, -extension.length)
      .replaceAll('\\', '/')
  const declarations = new Map<string, ts.SourceFile>()
  for (const file of declared) {
    const parsed = program.getSourceFile(file)
    if (!parsed) throw new Error(`could not parse ${relative(root, file)}`)
    declarations.set(nameOf(file, '.d.ts'), parsed)
  }
  const scripts = new Map<string, ts.SourceFile>()
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const parsed = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, false)
    scripts.set(nameOf(file, '.js'), parsed)
  }
  return {
    source: `stripe@${packageVersion(root)}`,
    apiVersion: apiVersionOf(join(esm, 'apiVersion.js')),
    checker: program.getTypeChecker(),
    declarations,
    scripts,
    layout,
  }
}

/** A program that follows imports but loads no library: only names are asked for, never types. */
function parse(files: string[]): ts.Program {
  const options: ts.CompilerOptions = {
    noLib: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  }
  const host = ts.createCompilerHost(options)
  host.resolveTypeReferenceDirectiveReferences = (references) =>
    references.map(() => ({ resolvedTypeReferenceDirective: undefined }))
  return ts.createProgram(files, options, host)
}

function packageVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest && 'version' in manifest && typeof manifest.version === 'string') {
    return manifest.version
  }
  throw new Error(`no version in ${join(root, 'package.json')}`)
}

function apiVersionOf(file: string): string {
  const found = /\bApiVersion = '([^']+)'/.exec(readFileSync(file, 'utf8'))
  if (!found?.[1]) throw new Error(`no ApiVersion in ${file}`)
  return found[1]
}

function isTest(file: string): boolean {
  return /[\\/]types[\\/]test[\\/]/.test(file)
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .sort()
}
