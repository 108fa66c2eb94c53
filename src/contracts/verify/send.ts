import { request } from 'node:http'

export interface Sent {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** How long a stand-in may take, in milliseconds. */
const TIMEOUT = 30_000

/** Sends a request as it is: path and headers stay as they were written. */
export function send(base: string, { method, target, headers, body }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const length = Buffer.byteLength(body)
    const all = { ...headers, ...(length > 0 && { 'content-length': String(length) }) }
    const sending = request({ hostname, port, method, path: target, headers: all, timeout: TIMEOUT }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    sending.on('timeout', () => sending.destroy(new Error(`No answer within ${TIMEOUT / 1000} s.`)))
    sending.on('error', reject)
    sending.end(body)
  })
}
