import type { Outcome } from '../exchange.js'

/** What a client was answered, as data. */
export interface RecordedAnswer {
  readonly kind: Outcome['kind']
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Uint8Array
}

const NOTHING = { status: 0, headers: {}, body: new Uint8Array(0) }

/** Reads an answer to its end; one that comes bit by bit too. */
export async function answerOf(outcome: Outcome): Promise<RecordedAnswer> {
  if (outcome.kind !== 'reply') return { kind: outcome.kind, ...NOTHING }
  const { kind, status, headers } = outcome
  return { kind, status, headers, body: await bytesOf(outcome.body) }
}

async function bytesOf(body: string | Uint8Array | AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  if (typeof body === 'string') return Buffer.from(body)
  if (body instanceof Uint8Array) return body
  const parts: Uint8Array[] = []
  for await (const part of body) parts.push(typeof part === 'string' ? Buffer.from(part) : part)
  return Buffer.concat(parts)
}
