import http from 'node:http'
import https from 'node:https'
import type { DeliveryAnswer, Transport } from './delivery.js'

// Taken when this module loads, so that interception switched on later in the same process (MSW) does not catch deliveries.
const requestHttp = http.request
const requestHttps = https.request

const KEPT_ANSWER = 2048

/** Sends a delivery over the network. Redirects are not followed; past the time-out the connection is cut. */
export const networkTransport: Transport = (request, timeout) =>
  new Promise<DeliveryAnswer>((resolve, reject) => {
    const url = new URL(request.url)
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const outgoing = send(
      url,
      {
        method: request.method,
        headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body) },
        agent: false,
        // A name like hooks.localhost is loopback by definition, whatever the machine's resolver says.
        ...(url.hostname.endsWith('.localhost') && { lookup: toLoopback }),
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          if (body.length < KEPT_ANSWER) body += chunk
        })
        response.on('end', () =>
          done(() => resolve({ status: response.statusCode ?? 0, body: body.slice(0, KEPT_ANSWER) })),
        )
        response.on('error', (error) => done(() => reject(error)))
      },
    )
    const timer = setTimeout(() => outgoing.destroy(timedOut(timeout)), timeout)
    const done = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    outgoing.on('error', (error) => done(() => reject(error)))
    outgoing.end(request.body)
  })

function timedOut(timeout: number): Error {
  return Object.assign(new Error(`No answer within ${timeout} ms.`), { code: 'timeout' })
}

function toLoopback(
  _host: string,
  options: { all?: boolean | undefined },
  done: (error: null, address: string | { address: string; family: number }[], family?: number) => void,
): void {
  if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }])
  else done(null, '127.0.0.1', 4)
}
