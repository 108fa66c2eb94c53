import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'

/** A request of either protocol. */
export type AnyRequest = IncomingMessage | Http2ServerRequest

/** The response of either protocol. */
export type AnyResponse = ServerResponse | Http2ServerResponse

/** True for an HTTP/2 response. */
export function isHttp2(response: AnyResponse): response is Http2ServerResponse {
  return 'stream' in response
}
