import { z } from 'zod'
import { SandboxError } from '../errors.js'
import { faultSchema } from '../faults/schema.js'
import { deepFreeze } from './deep-freeze.js'
import { Files } from './files.js'
import { broken, newer } from './packed-lines.js'
import { notPlain } from './plain-data.js'
import { type Snapshot, standingTable } from './snapshot.js'
import type { Row, Table } from './table.js'

/** Counts up when older files cannot be read any more as they are. */
export const SNAPSHOT_VERSION = 1
const CHUNK = 512 * 1024

const random = z.tuple([z.number(), z.number(), z.number(), z.number()])
const moment = z.number().finite()
const headSchema = z.object({
  standin: z.literal('snapshot'),
  version: z.literal(SNAPSHOT_VERSION),
  world: z.string().min(1),
  seed: z.string(),
  limits: z.boolean(),
  clock: z.object({ now: moment, frozen: z.boolean(), wallTime: moment }),
  vendors: z.array(z.object({ name: z.string(), version: z.string() })),
  ids: z.array(z.tuple([z.string(), random])),
  requestIds: random,
  chance: random,
  anonymousIds: random,
  sequence: z.number().int().min(0),
  timers: z.number().int().min(0),
  limiter: z.object({
    windows: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()])),
    tallies: z.array(z.tuple([z.string(), z.array(z.tuple([z.number(), z.number()]))])),
  }),
  faults: z.array(
    z.object({
      id: z.string(),
      fault: faultSchema,
      added: z.number(),
      seen: z.number(),
      happened: z.number(),
      credentials: z.array(z.string()),
    }),
  ),
})

/**
 * A snapshot as lines of JSON: a head, then each table with its rows, each file in parts.
 * @throws SANDBOX_BAD_INPUT for a row that is no plain data, which is a mistake of the vendor's stand-in
 */
export function* snapshotLines(snapshot: Snapshot): Generator<string> {
  const { tables, files, ids, ...head } = snapshot
  yield JSON.stringify({ standin: 'snapshot', version: SNAPSHOT_VERSION, ...head, ids: [...ids] })
  for (const table of tables.values()) {
    const { entries, next } = table.image
    yield JSON.stringify({ table: table.name, next })
    for (const { seq, row } of entries) {
      const wrong = notPlain(row)
      if (wrong !== undefined) throw unkeepable(table.name, row.id, wrong)
      yield JSON.stringify([seq, row])
    }
  }
  for (const file of files.ids) {
    yield JSON.stringify({ file })
    const size = files.size(file)
    for (let at = 0; at < size; at += CHUNK) yield JSON.stringify(files.read(file, at, CHUNK).toString('base64'))
  }
}

/**
 * Reads what `snapshotLines` wrote. Nothing in it is trusted.
 * @param what it is called in errors
 * @throws SANDBOX_BAD_INPUT that names the line
 */
export function readSnapshotLines(lines: Iterable<string>, what: string): Snapshot {
  const reader = new Reader(what)
  try {
    for (const line of lines) reader.take(line)
    return reader.result()
  } catch (error) {
    reader.files.close()
    throw error
  }
}

class Reader {
  readonly files = new Files()
  private readonly what: string
  private readonly tables = new Map<string, Table>()
  private head: z.infer<typeof headSchema> | undefined
  private table: Table | undefined
  private lastSeq = 0
  private file: { readonly id: string; size: number } | undefined
  private line = 0

  constructor(what: string) {
    this.what = what
  }

  take(text: string): void {
    this.line++
    const value = this.parsed(text)
    if (!this.head) this.head = this.readHead(value)
    else if (Array.isArray(value)) this.readRow(value)
    else if (typeof value === 'string') this.readBytes(value)
    else this.readTitle(value as { table?: unknown; next?: unknown; file?: unknown } | null)
  }

  result(): Snapshot {
    if (!this.head) throw this.wrong('it is empty')
    const { standin: _, version: __, ids, ...rest } = this.head
    return {
      ...rest,
      ids: new Map(ids),
      tables: this.tables,
      files: this.files,
    }
  }

  private readHead(value: unknown): z.infer<typeof headSchema> {
    const said = (value ?? {}) as { standin?: unknown; version?: unknown }
    if (said.standin !== 'snapshot') throw this.wrong('it does not begin as a snapshot does')
    if (said.version !== SNAPSHOT_VERSION) throw newer(this.what, 'snapshot', said.version, SNAPSHOT_VERSION)
    const result = headSchema.safeParse(value)
    if (result.success) return result.data
    const [issue] = result.error.issues
    throw this.wrong(`${issue?.path.join('.')}: ${issue?.message}`)
  }

  private readTitle(value: { table?: unknown; next?: unknown; file?: unknown } | null): void {
    this.table = undefined
    this.file = undefined
    if (typeof value?.table === 'string' && Number.isInteger(value.next) && !this.tables.has(value.table)) {
      this.table = standingTable(value.table)
      this.table.skipTo(Number(value.next))
      this.lastSeq = 0
      this.tables.set(value.table, this.table)
    } else if (typeof value?.file === 'string') {
      this.file = { id: value.file, size: 0 }
      this.restoreFile(value.file)
    } else throw this.wrong('it is neither a table nor a file')
  }

  private restoreFile(id: string): void {
    try {
      this.files.restore(id)
    } catch (error) {
      throw this.wrong((error as Error).message)
    }
  }

  private readRow([seq, row]: readonly unknown[]): void {
    const id = (row as Row | null | undefined)?.id
    if (!this.table || !Number.isSafeInteger(seq) || typeof id !== 'string') throw this.wrong('it is no row of a table')
    if (Number(seq) <= this.lastSeq || this.table.has(id)) throw this.wrong('the row is there already')
    this.lastSeq = Number(seq)
    this.table.restore(id, { seq: Number(seq), row: deepFreeze(row as Row) })
  }

  private readBytes(base64: string): void {
    if (!this.file) throw this.wrong('it belongs to no file')
    this.file.size = this.files.write(this.file.id, this.file.size, Buffer.from(base64, 'base64'))
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      throw this.wrong('it is no JSON')
    }
  }

  private wrong(why: string): SandboxError {
    return broken(this.what, `line ${this.line}: ${why}`)
  }
}

function unkeepable(table: string, id: string, why: string): SandboxError {
  const message = `The row '${id}' of ${table} is no plain data: ${why}.`
  return new SandboxError('SANDBOX_BAD_INPUT', message, 'This is a fault of ours: please report it.')
}
