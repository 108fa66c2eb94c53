import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { operationsOf } from './document.js'
import { layOut } from './lay-out.js'
import { scanBehaviours } from './scan-behaviours.js'
import { type Source, type SourcedVendor, sources } from './sources.js'
import { sourceFilesIn, sourceFilesUnder, stampOf } from './stamp.js'
import { extraFiles, generators } from './vendors.js'

export interface GenerateOptions {
  /** Root of the checkout. Default: the one this file is in. */
  root?: string
  /** Where the files go. Default: contracts/generated. */
  output?: string
  /** Generate even when nothing changed. Default: false. */
  force?: boolean
  /** Called with a line at a time. Default: silent. */
  report?: (line: string) => void
}

export interface Generated {
  vendor: SourcedVendor
  /** False when what was there is still right. */
  written: boolean
  seconds: number
}

const here = dirname(fileURLToPath(import.meta.url))

/** Writes <vendor>.json and <vendor>.d.ts for each vendor whose inputs changed. */
export async function generate(options: GenerateOptions = {}): Promise<Generated[]> {
  const vendors = Object.keys(sources) as SourcedVendor[]
  const results: Generated[] = []
  for (const vendor of vendors) results.push(await generateVendor(vendor, options))
  return results
}

async function generateVendor(vendor: SourcedVendor, options: GenerateOptions): Promise<Generated> {
  const { root = dirname(here), output = join(here, 'generated'), force = false, report = () => {} } = options
  const started = performance.now()
  const elapsed = () => Math.round((performance.now() - started) / 100) / 10
  const behaviours = scanBehaviours(join(root, 'mocks', vendor))
  const stamp = stampVendor(vendor, root, behaviours)
  const target = (extension: string) => join(output, `${vendor}.${extension}`)
  const extras = (extraFiles[vendor] ?? []).map((name) => join(output, `${vendor}-${name}.json`))
  if (!force && isCurrent(target, stamp) && extras.every((file) => existsSync(file))) {
    report(`${vendor}: nothing changed`)
    return { vendor, written: false, seconds: elapsed() }
  }
  const generator = await generators[vendor]()
  const description = await generator.convert(root)
  report(`${vendor}: read ${description['x-source']} (${elapsed()} s)`)
  const known = new Set([...operationsOf(description)].map(([key]) => key))
  for (const key of behaviours) if (!known.has(key)) report(`${vendor}: no operation is called ${key}`)
  mkdirSync(output, { recursive: true })
  replaceFile(target('json'), layOut(description))
  const { writeTypes } = await import('./write-types.js')
  const { typedSchemas: schemas, typedAnswers: answers = true } = generator
  const wanted = { operations: behaviours, schemas, answers }
  replaceFile(target('d.ts'), await writeTypes(description, wanted))
  for (const [name, content] of Object.entries(generator.extras?.(root) ?? {})) {
    replaceFile(join(output, `${vendor}-${name}.json`), JSON.stringify(content))
  }
  replaceFile(target('stamp'), stamp)
  report(`${vendor}: wrote ${relative(root, target('json'))} and .d.ts (${elapsed()} s)`)
  return { vendor, written: true, seconds: elapsed() }
}

function isCurrent(target: (extension: string) => string, stamp: string): boolean {
  const present = ['json', 'd.ts', 'stamp'].every((extension) => existsSync(target(extension)))
  return present && readFileSync(target('stamp'), 'utf8') === stamp
}

function stampVendor(vendor: SourcedVendor, root: string, behaviours: string[]): string {
  const from: Source[] = sources[vendor]
  const installed = from.flatMap((source) => (source.kind === 'installed' ? [installedVersion(root, source)] : []))
  const files = [...sourceFilesIn(here), ...sourceFilesUnder(join(here, vendor))]
  return stampOf({ from, installed, behaviours }, files)
}

/** The version on disk, which must be the pinned one: a description of another version would go unnoticed. */
function installedVersion(root: string, source: Extract<Source, { kind: 'installed' }>): string {
  const file = join(root, 'node_modules', source.package, 'package.json')
  if (!existsSync(file)) throw new Error(`${source.package} is not installed: run npm ci`)
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string }
  if (version !== source.version) {
    throw new Error(`${source.package} is at ${version}, contracts/sources.ts wants ${source.version}: run npm ci`)
  }
  return version
}

/** Writes beside the file and renames, so that a reader sees the old file or the new one. */
function replaceFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, text)
  renameSync(draft, file)
}

async function main(): Promise<void> {
  try {
    await generate({
      force: process.argv.includes('--force'),
      report: (line) => process.stderr.write(`${line}\n`),
    })
  } catch (error) {
    process.stderr.write(`generate failed: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
