import type { Attempt, DeliveryRequest, DeliveryRow } from '../events/delivery.js'
import type { RecordedAnswer } from './answer.js'
import type { Recorded } from './recording.js'

/** A request as a bundle holds it. */
export interface JournalRequest {
  readonly method: string
  readonly target: string
  readonly host: string
  readonly secure: boolean
  readonly vendor?: string | undefined
  readonly staged?: boolean | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Uint8Array
}

interface Placed {
  /** World's clock, Unix milliseconds. */
  readonly at: number
}

export interface JournalExchange extends Placed {
  readonly kind: 'exchange'
  readonly id: string
  readonly vendor: string
  readonly operation?: string | undefined
  readonly began: number
  readonly wallTime: number
  readonly request: JournalRequest
  readonly prior?: unknown
  readonly answer: RecordedAnswer
}

export interface JournalBegun extends Placed {
  readonly kind: 'begun'
  readonly id: string
  readonly vendor: string
  readonly wallTime: number
  readonly request: JournalRequest
}

/** What came of an attempt, and what was sent. */
export interface JournalDelivery extends Placed {
  readonly kind: 'delivery'
  readonly id: string
  readonly vendor: string
  readonly type: string
  readonly wallTime: number
  readonly attempt: Attempt
  readonly came: Pick<DeliveryRow, 'state' | 'due' | 'reason'>
  readonly request: DeliveryRequest
  /** What faults made of it: then it is not what the vendor's stand-in would send. */
  readonly changes: readonly string[]
}

export interface JournalJob extends Placed {
  readonly kind: 'job'
  readonly job: string
  readonly id: string
}

export interface JournalCommand extends Placed {
  readonly kind: 'command'
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

export type JournalItem = JournalExchange | JournalBegun | JournalDelivery | JournalJob | JournalCommand

/** What was recorded, in order, as a bundle holds it. */
export function journalOf(items: readonly Recorded[], answers: ReadonlyMap<Recorded, RecordedAnswer>): JournalItem[] {
  const inOrder = [...items].sort((a, b) => a.sequence - b.sequence)
  return inOrder.map((item) => entryOf(item, answers.get(item)))
}

function entryOf(item: Recorded, answer: RecordedAnswer | undefined): JournalItem {
  const { at } = item
  if (item.kind === 'job') return { kind: 'job', at, job: item.job, id: item.id }
  if (item.kind === 'command') return { kind: 'command', at, name: item.name, input: item.input }
  if (item.kind === 'delivery') {
    const { row, vendor, wallTime, attempt, request, changes } = item
    const { state, due, reason } = row
    const came = { state, ...(due !== undefined && { due }), ...(reason !== undefined && { reason }) }
    return { kind: 'delivery', at, id: row.id, vendor, type: row.type, wallTime, attempt, came, request, changes }
  }
  const { id, vendor, wallTime } = item
  const request = requestOf(item.exchange)
  if (item.kind === 'begun') return { kind: 'begun', at, id, vendor, wallTime, request }
  const { operation, began, prior } = item
  const given = answer ?? { kind: 'hang', status: 0, headers: {}, body: new Uint8Array(0) }
  return { kind: 'exchange', at, id, vendor, operation, began, wallTime, request, prior, answer: given }
}

function requestOf(exchange: JournalRequest): JournalRequest {
  const { method, target, host, secure, vendor, staged, headers, body } = exchange
  return { method, target, host, secure, vendor, staged, headers, body }
}
