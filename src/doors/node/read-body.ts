import type { AnyRequest } from './message.js'

const EMPTY = new Uint8Array(0)

/** What reading a body came to: the body, more bytes than are taken, or a client that left in the middle. */
type BodyEnd = (body: Uint8Array | 'too-large' | 'gone') => void

/** True where the request announces more bytes than `limit`, so that not one of them need be read. */
export function announcesTooMuch(request: AnyRequest, limit: number): boolean {
  return Number(request.headers['content-length']) > limit
}

/** True where no body follows. */
function hasNoBody(request: AnyRequest): boolean {
  if ('stream' in request) return request.stream.endAfterHeaders
  const { headers } = request
  const length = headers['content-length']
  return (length === undefined || length === '0') && headers['transfer-encoding'] === undefined
}

/**
 * Reads the body and calls `done` exactly once: at once for a request without one (the hot path: no event, no promise).
 * A body of one chunk, which most are, is handed on as it came.
 * @param limit in bytes
 */
export function readBody(request: AnyRequest, limit: number, done: BodyEnd): void {
  if (hasNoBody(request)) done(EMPTY)
  else if (announcesTooMuch(request, limit)) done('too-large')
  else collect(request, limit, done)
}

function collect(request: AnyRequest, limit: number, done: BodyEnd): void {
  const chunks: Buffer[] = []
  let size = 0
  let ended = false
  const finish = (body: Parameters<BodyEnd>[0]) => {
    if (ended) return
    ended = true
    done(body)
  }
  const onData = (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) {
      chunks.push(chunk)
      return
    }
    chunks.length = 0
    request.off('data', onData)
    finish('too-large')
  }
  request.on('data', onData)
  request.once('end', () => finish(chunks.length === 1 ? (chunks[0] ?? EMPTY) : Buffer.concat(chunks, size)))
  request.once('error', () => finish('gone'))
  request.once('close', () => finish('gone'))
}
