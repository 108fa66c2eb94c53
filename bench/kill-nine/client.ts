import { request } from 'node:http'
import type { Up } from './process.js'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read as it is.
  readonly body: any
}

/** Resolves with a whole answer, or with nothing where the connection broke before it. */
export function ask(
  { port, key }: Up,
  method: string,
  path: string,
  form: Readonly<Record<string, string>> = {},
  idempotencyKey?: string,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    }
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', () => resolve(undefined))
      response.on('end', () => {
        if (!response.complete) resolve(undefined)
        else resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) })
      })
    })
    outgoing.on('error', () => resolve(undefined))
    outgoing.end(new URLSearchParams(form).toString())
  })
}
