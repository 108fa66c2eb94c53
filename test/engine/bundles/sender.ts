import type { Sandbox } from '../../../src/engine/sandbox.js'
import type { Random } from '../../../src/engine/world/random.js'
import { parsed } from './endpoint.js'

/** How requests of a traffic are sent, and what chance picks for them. */
export class Sender {
  sent = 0
  readonly statuses = new Map<number, number>()
  readonly env: Record<string, string> = {}
  readonly secrets: string[] = []
  protected readonly sandbox: Sandbox
  protected readonly chance: Random
  protected readonly ids: Record<string, string[]> = {
    customer: [],
    intent: [],
    charge: [],
    Account: [],
    Contact: [],
    job: [],
    list: [],
    worker: [],
  }

  constructor(sandbox: Sandbox, chance: Random) {
    this.sandbox = sandbox
    this.chance = chance
    for (const runtime of sandbox.vendors) {
      const list = runtime.definition.credentials.list(sandbox.defaultWorld.view(runtime, ''))
      for (const { variable, value, secret } of list) {
        this.env[variable] = value
        if (secret) this.secrets.push(value)
      }
    }
  }

  protected bearer() {
    return { authorization: `Bearer ${this.env.SF_ACCESS_TOKEN}` }
  }

  protected salesforce(method: string, path: string, body?: unknown) {
    const headers = { ...this.bearer(), ...(body !== undefined && { 'content-type': 'application/json' }) }
    return this.send('salesforce', method, `/services/data/v59.0${path}`, body ? JSON.stringify(body) : '', headers)
  }

  protected mailchimp(method: string, path: string, body?: unknown) {
    const headers = { authorization: `Bearer ${this.env.MAILCHIMP_API_KEY}`, 'content-type': 'application/json' }
    return this.send('mailchimp', method, `/3.0${path}`, body ? JSON.stringify(body) : '', headers)
  }

  protected workday(method: string, service: string, path: string, body?: unknown) {
    const headers = { authorization: `Bearer ${this.env.WORKDAY_ACCESS_TOKEN}`, 'content-type': 'application/json' }
    const target = `/ccx/api/${service}/${this.env.WORKDAY_TENANT}${path}`
    return this.send('workday', method, target, body ? JSON.stringify(body) : '', headers)
  }

  protected stripe(method: string, target: string, body = '', headers: Record<string, string> = {}) {
    const own = {
      authorization: `Bearer ${this.env.STRIPE_SECRET_KEY}`,
      'content-type': 'application/x-www-form-urlencoded',
    }
    return this.send('stripe', method, target, body, { ...own, ...headers })
  }

  protected async send(vendor: string, method: string, target: string, body: string, headers: Record<string, string>) {
    this.sent++
    const host = 'localhost'
    const exchange = {
      method,
      target,
      host,
      vendor,
      secure: true,
      headers: { host, ...headers },
      body: Buffer.from(body),
    }
    const outcome = await this.sandbox.handle(exchange)
    const status = outcome.kind === 'reply' ? outcome.status : 0
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    if (outcome.kind !== 'reply' || (typeof outcome.body !== 'string' && !(outcome.body instanceof Uint8Array)))
      return {}
    const text = typeof outcome.body === 'string' ? outcome.body : Buffer.from(outcome.body).toString()
    return parsed(text)
  }

  protected any(kind: string): string {
    return this.of(this.ids[kind]?.length ? (this.ids[kind] ?? []) : [`none_${kind}`])
  }

  protected of<T>(list: readonly T[]): T {
    return list[this.upTo(list.length) - 1] as T
  }

  /** From 1. */
  protected upTo(most: number): number {
    return 1 + Math.floor(this.chance.fraction() * most)
  }
}
