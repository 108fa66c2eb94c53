import { token, tokenIsWrong } from './token.js'

/** What the control API refused, in its own words. */
export class Refused extends Error {
  readonly status: number
  readonly remedy: string

  constructor(status: number, message: string, remedy: string) {
    super(message)
    this.status = status
    this.remedy = remedy
  }
}

type Query = Readonly<Record<string, string | number | undefined>>

export function get<T>(path: string, query: Query = {}): Promise<T> {
  return json<T>('GET', withQuery(path, query))
}

export function post<T>(path: string, body: object = {}): Promise<T> {
  return json<T>('POST', path, body)
}

export function remove<T>(path: string): Promise<T> {
  return json<T>('DELETE', path, {})
}

export async function getFile(path: string): Promise<Blob> {
  const response = await send('GET', path)
  return response.blob()
}

export async function sendFile<T>(path: string, file: Blob): Promise<T> {
  const response = await send('POST', path, file)
  return (await response.json()) as T
}

/** @throws Refused, also where the sandbox does not answer */
export async function send(
  method: string,
  path: string,
  body?: object | Blob,
  signal?: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = {}
  if (token.value) headers.authorization = `Bearer ${token.value}`
  if (body) headers['content-type'] = body instanceof Blob ? 'application/gzip' : 'application/json'
  let response: Response
  try {
    response = await fetch(`/_standin${path}`, {
      method,
      headers,
      ...(body && { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Refused(0, 'The sandbox does not answer.', 'Was it stopped? Start it again: standin start.')
  }
  if (response.ok) return response
  const refused = await refusal(response)
  if (response.status === 401) tokenIsWrong.value = true
  throw refused
}

async function json<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await send(method, path, body)
  return (await response.json()) as T
}

async function refusal(response: Response): Promise<Refused> {
  try {
    const { error } = (await response.json()) as { error: { message: string; remedy: string } }
    return new Refused(response.status, error.message, error.remedy)
  } catch {
    return new Refused(response.status, `It answered ${response.status}.`, 'Look at what `standin start` printed.')
  }
}

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (given.length === 0) return path
  return `${path}?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))}`
}
