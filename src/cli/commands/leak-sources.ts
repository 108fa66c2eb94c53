import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import { isLoopback } from '../../engine/events/allowed-hosts.js'

export interface Source {
  /** As it was named, or below what was named. */
  readonly place: string
  readonly text: string
}

const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn'])
/** In bytes: a larger file is read in parts, each beginning where a line does. */
const PART = 32 * 1024 * 1024
const PATIENCE = 10_000

/** Texts of files, of all files below directories, and of pages on this machine. @throws SANDBOX_NOT_FOUND, SANDBOX_FORBIDDEN */
export async function* sourcesOf(targets: readonly string[], cwd: string): AsyncGenerator<Source> {
  for (const target of targets) {
    if (/^https?:\/\//i.test(target)) yield { place: target, text: await page(target) }
    else yield* files(resolve(cwd, target), target, cwd)
  }
}

async function page(url: string): Promise<string> {
  if (!URL.canParse(url) || !isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))) {
    throw new SandboxError('SANDBOX_FORBIDDEN', `${url} is not on this machine.`, 'Save the page, and name the file.')
  }
  try {
    // An error page is what is looked at, too.
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) })
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\n`).join('')
    return `${headers}\n${await response.text()}`
  } catch (cause) {
    throw new SandboxError('SANDBOX_NOT_FOUND', `${url} did not answer.`, 'Start it, and look again.', { cause })
  }
}

async function* files(path: string, named: string, cwd: string): AsyncGenerator<Source> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no '${named}'.`, 'Name a file, a directory or a URL.', {
      cause,
    })
  })
  if (found.isDirectory()) {
    for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (SKIPPED.has(entry.name) || !(entry.isDirectory() || entry.isFile())) continue
      const below = join(path, entry.name)
      yield* files(below, relative(cwd, below), cwd)
    }
    return
  }
  if (!found.isFile()) return
  const bytes = await readFile(path)
  if (bytes.length <= PART) yield { place: named, text: bytes.toString() }
  else for (const text of parts(bytes)) yield { place: named, text }
}

/** Lines before a part are put in front of it as empty ones, so that its lines have their numbers. */
function* parts(bytes: Buffer): Generator<string> {
  let lines = 0
  for (let at = 0; at < bytes.length; ) {
    const cut = bytes.lastIndexOf(10, Math.min(at + PART, bytes.length) - 1) + 1
    const end = at + PART >= bytes.length ? bytes.length : cut > at ? cut : at + PART
    const text = bytes.subarray(at, end).toString()
    yield '\n'.repeat(lines) + text
    lines += text.split('\n').length - 1
    at = end
  }
}
