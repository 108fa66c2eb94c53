import { badState } from '../errors.js'
import type { JournalRecord } from '../journal.js'
import { damaged, type LinesEnd, readLines } from './journal-lines.js'
import { type Head, STATE_VERSION, type Stretches, stretchPath } from './state-folder.js'

/** The first record of each file. */
export const HEAD: Head = { standin: 'state', version: STATE_VERSION }
/** The last record of a base. */
export const WHOLE = { whole: true }

/** What reading came to. */
export interface ReadTo {
  /** In bytes, of what stands for all before. */
  readonly baseSize: number
  /** Of the last journal; undefined where there is none. */
  readonly end: LinesEnd | undefined
}

/**
 * Every record of a state, in order.
 * @param seen told of the file of each record
 * @throws SANDBOX_BAD_STATE
 */
export function* readStretches(
  folder: string,
  { base, journals }: Stretches,
  seen: (path: string) => void = () => {},
): Generator<JournalRecord, ReadTo> {
  const baseSize = base === undefined ? 0 : yield* readBase(stretchPath(folder, base, 'base'), seen)
  let end: LinesEnd | undefined
  for (const number of journals) {
    const path = stretchPath(folder, number, 'journal')
    end = yield* readOne(path, seen)
    if (end.torn > 0 && number !== journals.at(-1)) throw cutInside(path, end)
  }
  return { baseSize, end }
}

/** Gives its size. */
function* readBase(path: string, seen: (path: string) => void): Generator<JournalRecord, number> {
  const records = readOne(path, seen)
  let whole = false
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) {
      const { offset, lines, torn } = next.value
      if (whole && torn === 0) return offset
      throw damaged({ path, offset, line: lines + 1, why: 'its end is missing' })
    }
    whole = 'whole' in next.value
    if (!whole) yield next.value
  }
}

function* readOne(path: string, seen: (path: string) => void): Generator<JournalRecord, LinesEnd> {
  const lines = readLines(path)
  let headed = false
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done) return next.value
    const value = JSON.parse(next.value) as JournalRecord | Head
    seen(path)
    if (headed) yield value as JournalRecord
    else checkHead(path, value as Partial<Head>)
    headed = true
  }
}

function checkHead(path: string, { standin, version }: Partial<Head>): void {
  if (standin === 'state' && version === STATE_VERSION) return
  if (standin !== 'state') throw badState(`${path} does not begin as a state does.`, 'Give another folder.')
  const message = `${path} is a state of version ${version}; this Standin reads version ${STATE_VERSION}.`
  throw badState(message, 'Start it with the Standin that wrote it, or update this one.')
}

function cutInside(path: string, { offset }: LinesEnd) {
  const message = `${path} is cut at byte ${offset}, and there is more behind it in the next file.`
  return badState(message, 'Put the folder back from a copy of it.')
}
