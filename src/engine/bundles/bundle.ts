import { z } from 'zod'
import { broken, newer, packLines, unpackLines } from '../world/packed-lines.js'
import type { Snapshot } from '../world/snapshot.js'
import { readSnapshotLines, snapshotLines } from '../world/snapshot-file.js'
import type { JournalItem } from './journal.js'

/** Counts up when older files cannot be read any more as they are. */
export const BUNDLE_VERSION = 1

const headSchema = z.object({
  standin: z.literal('bundle'),
  version: z.literal(BUNDLE_VERSION),
  /** Version of the program that wrote it. */
  program: z.string(),
  world: z.string(),
  seed: z.string(),
  vendors: z.array(z.object({ name: z.string(), version: z.string() })),
  settings: z.record(z.string(), z.record(z.string(), z.unknown())),
  strict: z.boolean(),
  failOnGeneric: z.boolean(),
  openKeys: z.boolean(),
  materializeIds: z.boolean().default(false),
  controlUrl: z.string().nullable(),
  /** Requests before the start that were forgotten. */
  forgotten: z.number().int().min(0),
  /** What a reader should know: where replaying gave something else than was recorded. */
  notes: z.array(z.string()),
  /** What was drawn and is given otherwise, since it was a secret: by stream, place and value. */
  draws: z.array(z.tuple([z.string(), z.number().int().min(0), z.string()])),
})

export type BundleHead = Omit<z.infer<typeof headSchema>, 'standin' | 'version'>

/** How a failure is handed on: where it began, what happened, what was answered. */
export interface Bundle {
  readonly head: BundleHead
  readonly start: Snapshot
  readonly journal: readonly JournalItem[]
}

export function packBundle({ head, start, journal }: Bundle): Buffer {
  return packLines(bundleLines(head, start, journal))
}

function* bundleLines(head: BundleHead, start: Snapshot, journal: readonly JournalItem[]): Generator<string> {
  yield JSON.stringify({ standin: 'bundle', version: BUNDLE_VERSION, ...head })
  const lines = [...snapshotLines(start)]
  yield JSON.stringify({ snapshot: lines.length })
  yield* lines
  yield JSON.stringify({ journal: journal.length })
  for (const item of journal) yield JSON.stringify(item, bytesAsText)
}

/** @throws SANDBOX_BAD_INPUT for a file that is no bundle, is cut, was changed, or is a newer version's */
export function unpackBundle(bytes: Uint8Array, what: string): Bundle {
  const lines = unpackLines(bytes, what)
  const head = readHead(lines[0] ?? '', what)
  const count = marked(lines[1], 'snapshot', what)
  const start = readSnapshotLines(lines.slice(2, 2 + count), what)
  const rest = lines.slice(2 + count)
  const length = marked(rest[0], 'journal', what)
  if (rest.length !== length + 1) throw broken(what, `it has ${rest.length - 1} of ${length} items`)
  return { head, start, journal: rest.slice(1).map((line, i) => readItem(line, what, i + 1)) }
}

function readHead(line: string, what: string): BundleHead {
  const value = parsed(line, what)
  const said = (value ?? {}) as { standin?: unknown; version?: unknown }
  if (said.standin !== 'bundle') throw broken(what, 'it does not begin as a bundle does')
  if (said.version !== BUNDLE_VERSION) throw newer(what, 'bundle', said.version, BUNDLE_VERSION)
  const result = headSchema.safeParse(value)
  if (result.success) {
    const { standin: _, version: __, ...head } = result.data
    return head
  }
  const [issue] = result.error.issues
  throw broken(what, `${issue?.path.join('.')}: ${issue?.message}`)
}

function marked(line: string | undefined, name: 'snapshot' | 'journal', what: string): number {
  const count = (parsed(line ?? 'null', what) as Record<string, unknown> | null)?.[name]
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) throw broken(what, `it has no ${name}`)
  return count
}

const bytes = z.unknown().transform((value, context) => {
  const { text, base64 } = (value ?? {}) as { text?: unknown; base64?: unknown }
  if (typeof text === 'string') return Buffer.from(text)
  if (typeof base64 === 'string') return Buffer.from(base64, 'base64')
  context.addIssue('these are no bytes')
  return z.NEVER
})
const time = z.number().finite()
const headers = z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional())
const request = z.object({
  method: z.string().regex(/^[A-Z]{1,20}$/),
  target: z.string().startsWith('/').max(100_000),
  host: z.string(),
  secure: z.boolean(),
  vendor: z.string().optional(),
  staged: z.boolean().optional(),
  headers,
  body: bytes,
})
const answer = z.object({
  kind: z.enum(['reply', 'reset', 'hang']),
  status: z.number().int(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  body: bytes,
})
const text = z.string().max(1000)
const item = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('exchange'),
    at: time,
    id: text,
    vendor: text,
    operation: text.optional(),
    began: time,
    wallTime: time,
    request,
    prior: z.unknown().optional(),
    answer,
  }),
  z.object({ kind: z.literal('begun'), at: time, id: text, vendor: text, wallTime: time, request }),
  z.object({
    kind: z.literal('delivery'),
    at: time,
    id: text,
    vendor: text,
    type: text,
    wallTime: time,
    attempt: z.object({
      at: time,
      status: z.number().int().optional(),
      error: z.string().optional(),
      answer: z.string().optional(),
    }),
    came: z.object({
      state: z.enum(['pending', 'delivered', 'failed', 'held', 'dropped']),
      due: time.optional(),
      reason: z.string().optional(),
    }),
    request: z.object({
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
    }),
    changes: z.array(z.string()),
  }),
  z.object({ kind: z.literal('job'), at: time, job: text, id: text }),
  z.object({ kind: z.literal('command'), at: time, name: text, input: z.record(z.string(), z.unknown()) }),
])

function readItem(line: string, what: string, number: number): JournalItem {
  const result = item.safeParse(parsed(line, what))
  // Optional fields that are not there are not there: what JSON gives has no undefined.
  if (result.success) return result.data as JournalItem
  const [issue] = result.error.issues
  throw broken(what, `item ${number}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function parsed(line: string, what: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw broken(what, 'a line is no JSON')
  }
}

/** Bytes that are text stay readable. */
function bytesAsText(this: unknown, key: string, value: unknown): unknown {
  const source = (this as Record<string, unknown>)[key]
  if (!(source instanceof Uint8Array)) return value
  const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const said = buffer.toString()
  return Buffer.from(said).equals(buffer) ? { text: said } : { base64: buffer.toString('base64') }
}
