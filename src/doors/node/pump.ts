import { type AnyResponse, cut, isHttp2 } from './message.js'

/**
 * Writes a streamed body as fast as the client reads it, and stops when the client goes: the iterator's `return` is
 * called. An iterator that throws cuts the connection, so that the client sees a truncated answer. Never rejects.
 * @param stall how long the client may leave the stream unread, in milliseconds
 */
export async function pump(
  body: AsyncIterable<string | Uint8Array>,
  response: AnyResponse,
  stall: number,
): Promise<void> {
  let gone = false
  const onClose = () => {
    gone = true
    // A generator that waits for something else than the exchange's signal can only be told once it wakes.
    iterator.return?.().catch(() => {})
  }
  const iterator = body[Symbol.asyncIterator]()
  response.once('close', onClose)
  try {
    for (;;) {
      const step = await iterator.next()
      if (gone) return
      if (step.done === true) break
      if (!writeChunk(response, step.value)) await drained(response, stall)
      if (gone) return
    }
    response.off('close', onClose)
    response.end()
  } catch {
    cut(response)
  }
}

// The two `write` signatures do not unify under the union.
function writeChunk(response: AnyResponse, chunk: string | Uint8Array): boolean {
  return isHttp2(response) ? response.write(chunk) : response.write(chunk)
}

/** Resolves when more can be written, or when the client is gone; a client that does not read for too long is cut off. */
function drained(response: AnyResponse, stall: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    const timer = setTimeout(() => cut(response), stall)
    response.on('drain', done)
    response.on('close', done)
  })
}
