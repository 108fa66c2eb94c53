import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { badState, notWritten } from '../errors.js'

/** Counts up when older folders cannot be read any more as they are. */
export const STATE_VERSION = 1

/** The first record of each file. */
export interface Head {
  readonly standin: 'state'
  readonly version: number
}

/** `000004.journal` has what was appended in the fourth stretch; `000004.base` stands for all before it. */
const STRETCH = /^(\d{6,})\.(base|journal)$/
/** Whatever else may be there. */
const OURS = /^(?:lock(?:\..*)?|files|snapshots|\d{6,}\.base\.new|\d{6,}\.(?:journal|base)\.(?:torn|damaged)(?:-\d+)?)$/

export interface Stretches {
  /** Undefined where nothing was ever put together. */
  readonly base: number | undefined
  /** Those that count, in order. */
  readonly journals: readonly number[]
  /** What nobody needs any more: the process ended before it could take it away. */
  readonly leftOver: readonly string[]
}

export function stretchPath(folder: string, number: number, kind: 'base' | 'journal'): string {
  return join(folder, `${String(number).padStart(6, '0')}.${kind}`)
}

/** @throws SANDBOX_STATE_NOT_WRITTEN */
export function makeFolder(folder: string): void {
  try {
    makeWithParents(folder)
  } catch (error) {
    throw notWritten(folder, error)
  }
}

/** One by one: node's own way does not come to an end in a file system that takes no folders and says that the parent is missing (/proc). */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return
  makeWithParents(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/**
 * What there is to read.
 * @throws SANDBOX_BAD_STATE for a folder with something else in it, or where a part is missing
 */
export function stretchesIn(folder: string): Stretches {
  const names = namesIn(folder)
  const found = names.flatMap((name) => {
    const [, number, kind] = STRETCH.exec(name) ?? []
    return number === undefined ? [] : [{ number: Number(number), kind }]
  })
  const strange = names.find((name) => !STRETCH.test(name) && !OURS.test(name))
  if (found.length === 0 && strange !== undefined) {
    throw badState(`${folder} has '${strange}' in it, which is no state of Standin.`, 'Give an empty or a new folder.')
  }
  const bases = found.filter(({ kind }) => kind === 'base').map(({ number }) => number)
  const base = bases.length === 0 ? undefined : Math.max(...bases)
  const all = found.filter(({ kind }) => kind === 'journal').map(({ number }) => number)
  const journals = all.filter((number) => number >= (base ?? 1)).sort((a, b) => a - b)
  checkWhole(folder, base, journals)
  const before = (number: number) => base !== undefined && number < base
  const leftOver = [
    ...names.filter((name) => name.endsWith('.base.new')).map((name) => join(folder, name)),
    ...bases.filter(before).map((number) => stretchPath(folder, number, 'base')),
    ...all.filter(before).map((number) => stretchPath(folder, number, 'journal')),
  ]
  return { base, journals, leftOver }
}

function checkWhole(folder: string, base: number | undefined, journals: readonly number[]): void {
  const first = base ?? 1
  journals.forEach((number, at) => {
    if (number !== first + at) throw missing(folder, first + at)
  })
  if (base !== undefined && journals.length === 0) throw missing(folder, base)
}

function missing(folder: string, number: number) {
  const path = stretchPath(folder, number, 'journal')
  return badState(`${path} is missing, and what comes after it is there.`, 'Put the folder back from a copy of it.')
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw badState(`${folder} cannot be read: ${code}.`, 'Make it a folder that you can read and write.')
  }
}

/** Makes what was renamed or made in a folder outlast a loss of power. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Some systems have no such thing for folders.
  } finally {
    closeSync(handle)
  }
}

export function removeAll(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true })
}
