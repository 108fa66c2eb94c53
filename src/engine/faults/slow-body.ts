import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../exchange.js'

type Body = Reply['body']

/** A piece of a dripping body is sent so often, in milliseconds; fewer bytes a second make it rarer. */
const BEAT = 100
/** Of a stream so much is looked at to know its length, in bytes. */
const MOST_HELD = 1024 * 1024
/** What was written must have left before the connection is cut, in milliseconds. */
const GRACE = 20

/** The same bytes, so many a second. */
export async function* drip(body: Body, bytesPerSecond: number): AsyncGenerator<Uint8Array> {
  const size = Math.max(1, Math.round((bytesPerSecond * BEAT) / 1000))
  const pause = (size / bytesPerSecond) * 1000
  for await (const chunk of chunksOf(body)) {
    for (let at = 0; at < chunk.length; at += size) {
      await sleep(pause)
      yield chunk.subarray(at, at + size)
    }
  }
}

/** The beginning of the bytes; then it breaks, which a door shows as a connection that was cut. */
export async function* truncated(body: Body, keep: number): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunksOf(body)) {
    held.push(chunk)
    size += chunk.length
    if (size >= MOST_HELD) break
  }
  const whole = Buffer.concat(held)
  const kept = Math.floor(whole.length * keep)
  if (kept > 0) yield whole.subarray(0, kept)
  await sleep(GRACE)
  throw new Error('The answer is cut short by a fault.')
}

async function* chunksOf(body: Body): AsyncGenerator<Uint8Array> {
  if (typeof body === 'string') yield Buffer.from(body)
  else if (body instanceof Uint8Array) yield body
  else for await (const chunk of body) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
