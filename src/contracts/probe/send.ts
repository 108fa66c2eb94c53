import type { ProbeRules } from '../../../contracts/probe-rules.js'
import { SandboxError } from '../../engine/errors.js'
import type { HttpInteraction } from '../pact/pact-file.js'
import type { Actual } from './actual.js'

/** A vendor may take so long, in milliseconds. */
const LONGEST = 30_000
/** Waits between attempts where the vendor limits the rate, in milliseconds. */
const WAITS = [500, 1000, 2000, 4000]

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON as it is, or text. */
  readonly body: unknown
}

export type PactRequest = HttpInteraction['request']

/** Sends requests of contracts to a vendor's test mode. */
export class Sender {
  readonly #base: URL
  readonly #rules: ProbeRules
  readonly #credential: string
  readonly #run: string
  #count = 0

  /** @param run a text of this run alone, for idempotency keys */
  constructor(base: URL, rules: ProbeRules, credential: string, run: string) {
    this.#base = base
    this.#rules = rules
    this.#credential = credential
    this.#run = run
  }

  /** @throws SANDBOX_NOT_FOUND where nothing answers */
  async send(request: PactRequest, actual: Actual): Promise<Answer> {
    const url = new URL(this.#base.href.replace(/\/$/, '') + actual.text(request.path))
    for (const [name, values] of Object.entries(request.query ?? {})) {
      for (const value of values) url.searchParams.append(name, actual.text(value))
    }
    const init: RequestInit = {
      method: request.method,
      headers: this.#headers(request, actual),
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST),
      ...bodyOf(request, actual),
    }
    return this.#patiently(url, init)
  }

  /** Tries again where the rate is limited, since that says nothing of the contract. */
  async #patiently(url: URL, init: RequestInit): Promise<Answer> {
    for (const wait of [...WAITS, undefined]) {
      const answer = await this.#once(url, init)
      if (answer.status !== 429 || wait === undefined) return answer
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
    throw new Error('unreachable')
  }

  async #once(url: URL, init: RequestInit): Promise<Answer> {
    try {
      const answer = await fetch(url, init)
      const text = await answer.text()
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: parsed(text) }
    } catch (cause) {
      const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause)
      throw new SandboxError('SANDBOX_NOT_FOUND', `${url.origin} does not answer: ${why}.`, 'See whether it is up.', {
        cause,
      })
    }
  }

  #headers({ headers = {} }: PactRequest, actual: Actual): Record<string, string> {
    const sent: Record<string, string> = {}
    for (const [name, value] of Object.entries(headers)) {
      const lower = name.toLowerCase()
      if (lower === 'authorization' || lower === 'host' || lower === 'content-length') continue
      sent[lower] = actual.text([value].flat().join(', '))
    }
    const key = this.#rules.idempotencyHeader
    if (key !== undefined && sent[key] !== undefined) sent[key] = `standin-probe-${this.#run}-${++this.#count}`
    return { ...sent, ...this.#rules.authorize(this.#credential) }
  }
}

function bodyOf({ body, method }: PactRequest, actual: Actual): { body?: string } {
  const content = body?.content
  if (content === undefined || content === null || method === 'GET' || method === 'HEAD') return {}
  return { body: typeof content === 'string' ? actual.text(content) : JSON.stringify(actual.data(content)) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
