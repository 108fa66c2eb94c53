import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { SandboxError } from '../../errors.js'
import { badState } from '../errors.js'

/** Read at a time, in bytes. */
const PIECE = 1 << 20
const LF = 10
/** Eight hexadecimal digits and a space stand before the JSON. */
const BEFORE = 9

/**
 * A record as a line: a checksum, the JSON, a line feed (which JSON has none of). A checksum covers its line and, through the one before,
 * all above it: so a line that is missing is found too.
 */
export function lineOf(json: string, chain: number): { readonly bytes: Buffer; readonly chain: number } {
  const next = crc32(json, chain)
  return { bytes: Buffer.from(`${hex(next)} ${json}\n`), chain: next }
}

function hex(crc: number): string {
  return crc.toString(16).padStart(8, '0')
}

/** Where the good lines of a file end. */
export interface LinesEnd {
  readonly offset: number
  readonly lines: number
  readonly chain: number
  /** Bytes of a last line that was begun and not ended. */
  readonly torn: number
}

/** What is wrong with a line that others stand behind. */
export interface Damage {
  readonly path: string
  readonly offset: number
  readonly line: number
  readonly why: string
}

/**
 * The JSON of each good line. A last line without its end is left out: it was being written when the process ended.
 * @throws SANDBOX_BAD_STATE for one that is wrong and complete
 */
export function* readLines(path: string): Generator<string, LinesEnd> {
  const file = openSync(path, 'r')
  try {
    const scan = new Scan(path)
    const size = fstatSync(file).size
    for (let at = 0; at < size; ) {
      const bytes = Buffer.allocUnsafe(Math.min(PIECE, size - at))
      const read = readSync(file, bytes, 0, bytes.length, at)
      if (read === 0) break
      at += read
      yield* scan.take(bytes.subarray(0, read))
    }
    return scan.end
  } finally {
    closeSync(file)
  }
}

class Scan {
  private readonly path: string
  private readonly rest: Buffer[] = []
  private offset = 0
  private lines = 0
  private chain = 0

  constructor(path: string) {
    this.path = path
  }

  *take(bytes: Buffer): Generator<string> {
    let from = 0
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      this.rest.push(bytes.subarray(from, at))
      const [only, ...more] = this.rest
      const line = more.length === 0 && only ? only : Buffer.concat(this.rest)
      this.rest.length = 0
      yield this.checked(line)
      from = at + 1
    }
    if (from < bytes.length) this.rest.push(bytes.subarray(from))
  }

  get end(): LinesEnd {
    const torn = this.rest.reduce((sum, { length }) => sum + length, 0)
    return { offset: this.offset, lines: this.lines, chain: this.chain, torn }
  }

  private checked(line: Buffer): string {
    const json = line.subarray(BEFORE)
    const crc = crc32(json, this.chain)
    if (line.toString('latin1', 0, BEFORE) !== `${hex(crc)} `) {
      throw damaged({ path: this.path, offset: this.offset, line: this.lines + 1, why: 'the checksum is wrong' })
    }
    this.offset += line.length + 1
    this.lines++
    this.chain = crc
    return json.toString()
  }
}

/** The error's cause is the damage. */
export function damaged(damage: Damage): SandboxError {
  const { path, offset, line, why } = damage
  const message = `${path} is damaged at byte ${offset}, in record ${line}: ${why}.`
  const remedy = 'Put the folder back from a copy, or see what can be read of it: standin state check <folder>.'
  return badState(message, remedy, { cause: damage })
}
