import { SandboxError, type SandboxErrorCode } from '../../engine/errors.js'
import type { Terminal } from '../terminal.js'
import { readRunFiles } from './run-file.js'
import { parseEvents } from './sse.js'

/** What is sent: a file, or what becomes JSON. */
type Body = Uint8Array | object

/** A running sandbox, as other commands use it. */
export class ControlClient {
  readonly url: string
  readonly secret: string | undefined

  constructor(url: string, token: string | undefined) {
    this.url = url.replace(/\/+$/, '')
    this.secret = token
  }

  get<T>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<T> {
    return this.send<T>('GET', withQuery(path, query))
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.send<T>('POST', path, body)
  }

  delete<T>(path: string): Promise<T> {
    return this.send<T>('DELETE', path, {})
  }

  /** An answer that is a file. */
  async file(path: string): Promise<Buffer> {
    const response = await this.request('GET', path)
    if (!response.ok) throw await refusal(response)
    return Buffer.from(await response.arrayBuffer())
  }

  async sendFile<T>(path: string, bytes: Uint8Array): Promise<T> {
    const response = await this.request('POST', path, bytes)
    if (!response.ok) throw await refusal(response)
    return (await response.json()) as T
  }

  /** Server-sent events until `signal` is aborted or the sandbox ends. Resolves once nothing is missed any more. */
  async live<T>(
    path: string,
    query: Readonly<Record<string, string | undefined>>,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<T>> {
    const response = await this.request('GET', withQuery(path, query), undefined, signal)
    if (!response.ok) throw await refusal(response)
    return eventsOf<T>(response)
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.request(method, path, body)
    if (!response.ok) throw await refusal(response)
    return (await response.json()) as T
  }

  private async request(method: string, path: string, body?: Body, signal?: AbortSignal): Promise<Response> {
    const isFile = body instanceof Uint8Array
    try {
      return await fetch(`${this.url}/_standin${path}`, {
        method,
        redirect: 'error',
        headers: {
          ...(this.secret !== undefined && { authorization: `Bearer ${this.secret}` }),
          ...(body !== undefined && { 'content-type': isFile ? 'application/gzip' : 'application/json' }),
        },
        ...(body !== undefined && { body: isFile ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
        ...(signal && { signal }),
      })
    } catch (cause) {
      throw notRunning(`No sandbox answers at ${this.url}.`, cause)
    }
  }
}

/** Ends without an error where the connection does: what was wanted is known by the one who reads. */
async function* eventsOf<T>(response: Response): AsyncGenerator<T> {
  try {
    for await (const data of parseEvents(response.body)) yield JSON.parse(data) as T
  } catch (error) {
    if (error instanceof SyntaxError) throw error
  }
}

/**
 * The sandbox that commands mean: the one named, or the last one started on this machine.
 * @throws SANDBOX_NOT_RUNNING
 */
export function connect(terminal: Terminal, options: { readonly controlUrl?: string | undefined }): ControlClient {
  const { env } = terminal
  const url = options.controlUrl ?? (env.STANDIN_CONTROL_URL || undefined)
  const runs = readRunFiles(env)
  if (url !== undefined) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      throw new SandboxError('SANDBOX_BAD_INPUT', `'${url}' is no URL of a sandbox.`, 'Give http://127.0.0.1:4010.')
    }
    const same = runs.find((run) => run.controlUrl === url.replace(/\/+$/, ''))
    return new ControlClient(url, env.STANDIN_TOKEN || same?.token)
  }
  const [last] = runs
  if (!last) throw notRunning('No sandbox is running.')
  return new ControlClient(last.controlUrl, env.STANDIN_TOKEN || last.token)
}

function notRunning(message: string, cause?: unknown): SandboxError {
  const remedy = 'Start one with `standin start`, or name one with --control-url.'
  return new SandboxError('SANDBOX_NOT_RUNNING', message, remedy, { cause })
}

function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as [string, string]],
  )
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path
}

async function refusal(response: Response): Promise<SandboxError> {
  const text = await response.text()
  const { error } = parse(text)
  const message = error?.message ?? `The sandbox answered ${response.status}: ${text.slice(0, 200)}`
  const remedy = error?.remedy ?? 'Is this the control port of a sandbox? It is the one that `standin start` prints.'
  return new SandboxError((error?.code ?? 'SANDBOX_FORBIDDEN') as SandboxErrorCode, message, remedy)
}

function parse(text: string): { error?: { code?: string; message?: string; remedy?: string } } {
  try {
    return (JSON.parse(text) as object | null) ?? {}
  } catch {
    return {}
  }
}
