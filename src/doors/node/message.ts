import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'

/** A request of either protocol. */
export type AnyRequest = IncomingMessage | Http2ServerRequest

/** The response of either protocol. */
export type AnyResponse = ServerResponse | Http2ServerResponse

/** True for an HTTP/2 response. */
export function isHttp2(response: AnyResponse): response is Http2ServerResponse {
  return 'stream' in response
}

/** Ends an answer that is not complete so that the client can tell: a clean end would look like the whole of it. */
export function cut(response: AnyResponse): void {
  if (isHttp2(response)) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR)
  else response.destroy()
}

/** Has the connection end with this answer. */
export function lastOfConnection(response: AnyResponse): void {
  if (isHttp2(response)) response.stream.session?.close()
  else response.shouldKeepAlive = false
}

/** True where the client has left. */
export function isGone(response: AnyResponse): boolean {
  return isHttp2(response) ? response.stream.destroyed : response.destroyed
}
