import { deepFreeze } from '../world/deep-freeze.js'
import type { RandomState } from '../world/random.js'
import { type Snapshot, standingTable } from '../world/snapshot.js'
import { readSnapshotLines } from '../world/snapshot-file.js'
import type { Row, Table } from '../world/table.js'
import { badState } from './errors.js'
import type { Beside, JournalRecord, RowImage } from './journal.js'

/** A world as the journal tells it. */
export interface WorldImage {
  snapshot: Snapshot
  readonly tables: Map<string, Table>
  /** The number of its files. */
  readonly files: number
  /** Deliveries that were being sent, and since when: Unix milliseconds on its clock. */
  readonly tries: Map<string, number>
}

type OfKind<K extends JournalRecord['kind']> = Extract<JournalRecord, { readonly kind: K }>

/** What all records of a journal come to, one after another. */
export class StateImage {
  readonly worlds = new Map<string, WorldImage>()
  /** How many processes have written it. */
  runs = 0
  records = 0
  /** The last process has ended as it should: nothing that was given out is missing. */
  ended = true
  anonymousIds: RandomState | undefined
  /** Version of the Standin that wrote last. */
  standin: string | undefined
  /** Numbers of files that no world has any more. */
  readonly forsaken: number[] = []
  private readonly name: string

  constructor(name: string) {
    this.name = name
  }

  /** The highest number of files that was ever given. */
  lastFiles = 0

  /** @throws SANDBOX_BAD_STATE for a record that does not fit what was before */
  apply(record: JournalRecord): void {
    this.records++
    switch (record.kind) {
      case 'start':
        this.begin(record)
        break
      case 'end':
        this.ended = true
        this.anonymousIds = record.anonymousIds
        break
      case 'world':
        this.replace(record)
        break
      case 'remove':
        this.forget(record.world)
        break
      case 'attempt':
        this.world(record.world).tries.set(record.delivery, record.at)
        break
      case 'commit':
        this.commit(record)
        break
      default:
        throw this.wrong(`it is a '${(record as { readonly kind: unknown }).kind}', which this Standin does not know`)
    }
  }

  /** Rows of vendors. */
  get rows(): number {
    let rows = 0
    for (const { tables } of this.worlds.values()) {
      for (const [name, { size }] of tables) if (name.includes('/')) rows += size
    }
    return rows
  }

  private begin({ run, standin, anonymousIds }: OfKind<'start'>): void {
    this.runs = run
    this.ended = false
    this.standin = standin
    if (anonymousIds) this.anonymousIds = anonymousIds
  }

  private replace({ world, files, lines }: OfKind<'world'>): void {
    const snapshot = readSnapshotLines(lines, `The world '${world}' in ${this.name}`)
    this.forget(world)
    const tables = new Map(snapshot.tables)
    this.lastFiles = Math.max(this.lastFiles, files)
    this.worlds.set(world, { snapshot: { ...snapshot, tables }, tables, files, tries: new Map() })
  }

  private forget(name: string): void {
    const old = this.worlds.get(name)
    if (!old) return
    this.forsaken.push(old.files)
    this.worlds.delete(name)
  }

  private commit({ world, rows = [], kind: _, ...beside }: OfKind<'commit'>): void {
    const image = this.world(world)
    for (const row of rows) place(image, row)
    image.snapshot = { ...image.snapshot, ...changes(image.snapshot, beside) }
  }

  private world(name: string): WorldImage {
    const image = this.worlds.get(name)
    if (image) return image
    throw this.wrong(`it belongs to a world '${name}', which there is not`)
  }

  private wrong(why: string) {
    const message = `The record ${this.records} in ${this.name} cannot be used: ${why}.`
    return badState(message, 'Start it with the Standin that wrote it.')
  }
}

function place({ tables, tries }: WorldImage, [name, seq, now]: RowImage): void {
  let table = tables.get(name)
  if (!table) {
    table = standingTable(name)
    tables.set(name, table)
  }
  const id = typeof now === 'string' ? now : now.id
  table.restore(id, typeof now === 'string' ? undefined : { seq, row: deepFreeze(now as Row) })
  table.skipTo(seq + 1)
  if (name === 'deliveries') tries.delete(id)
}

function changes(before: Snapshot, { clock, ids, ...rest }: Beside): Partial<Snapshot> {
  const changed: { -readonly [K in keyof Snapshot]?: Snapshot[K] } = { ...rest } as Partial<Snapshot>
  if (clock) {
    const [now, frozen, wallTime] = clock
    changed.clock = { now, frozen, wallTime }
  }
  if (ids) changed.ids = new Map([...before.ids, ...ids])
  return changed
}
