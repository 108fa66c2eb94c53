import { constants } from 'node:http2'
import type { Duplex } from 'node:stream'
import { type AnyRequest, type AnyResponse, cut, isHttp2 } from './message.js'

/** The body of what a door refuses by itself, before any vendor is known. */
function refusal(message: string): string {
  return `${JSON.stringify({ error: { type: 'standin_door', message } })}\n`
}

/**
 * Answers 413 and closes. The rest of the body is still read for a while: a connection closed over unread bytes is a
 * reset, and the client would see that instead of the answer.
 * @param limit in bytes
 * @param linger in milliseconds
 */
export function refuseTooLarge(request: AnyRequest, response: AnyResponse, limit: number, linger: number): void {
  const text = refusal(`The request body is larger than ${limit} bytes, the most that is read. Send less.`)
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }
  if (isHttp2(response)) {
    response.writeHead(413, headers)
    response.end(text, () => response.stream.close(constants.NGHTTP2_NO_ERROR))
    return
  }
  response.writeHead(413, { ...headers, Connection: 'close' })
  response.write(text)
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, linger)
  request.once('end', end)
  request.once('close', end)
  request.resume()
}

/** Answers 500 where an outcome could not be put on the wire, or cuts where its headers are out already. */
export function refuseBroken(response: AnyResponse, message: string): void {
  if (response.headersSent) {
    cut(response)
    return
  }
  const text = refusal(message)
  response.writeHead(500, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
  response.end(text)
}

const PARSER_REFUSALS: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The request line and headers are too long.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', 'The chunk extensions are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request was not complete in time.'],
}

/**
 * Answers what is no HTTP, and closes. Nothing is written into an answer that is under way.
 * @param linger in milliseconds
 */
export function refuseMalformed(error: Error & { code?: string }, socket: Duplex, linger: number): void {
  const code = error.code ?? ''
  const underWay: unknown = Reflect.get(socket, '_httpMessage')
  const answered = typeof underWay === 'object' && underWay !== null && Reflect.get(underWay, 'headersSent') === true
  if (code === 'ECONNRESET' || !socket.writable || answered) {
    socket.destroy()
    return
  }
  const [status, message] = PARSER_REFUSALS[code] ?? ['400 Bad Request', `This is not valid HTTP (${error.message}).`]
  const text = refusal(message)
  const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}`
  socket.end(`${head}\r\n\r\n${text}`)
  setTimeout(() => socket.destroy(), linger).unref()
}
