import { type Answer, ask } from './client.js'
import type { Up } from './process.js'

interface Write {
  readonly path: string
  readonly form: Readonly<Record<string, string>>
  readonly idempotencyKey: string
}

/** What was acknowledged: an object, and how it was answered last. */
export type Acknowledged = Map<string, { readonly path: string; readonly body: object }>

/**
 * One client, which asks for one thing after another. What it had no answer to it asks for again under the same key, as a client with
 * retries does.
 */
export class Writer {
  readonly acknowledged: Acknowledged = new Map()
  readonly wrong: string[] = []
  count = 0
  private readonly name: string
  private open: Write | undefined
  private customer: string | undefined

  constructor(name: string) {
    this.name = name
  }

  /** Writes until the server is gone. */
  async run(up: Up, onAnswer: () => void): Promise<void> {
    while (await this.send(up, this.open ?? this.next())) onAnswer()
  }

  /** Asks again for what has no answer yet: it may have happened or not, and is one or the other from now on. */
  async finish(up: Up): Promise<void> {
    if (this.open) await this.send(up, this.open)
  }

  private async send(up: Up, write: Write): Promise<boolean> {
    this.open = write
    const answer = await ask(up, 'POST', write.path, write.form, write.idempotencyKey)
    if (!answer) return false
    this.open = undefined
    this.note(write, answer)
    return true
  }

  private next(): Write {
    const number = ++this.count
    const idempotencyKey = `${this.name}-${number}`
    const mark = { 'metadata[mark]': idempotencyKey }
    if (number % 5 === 0) {
      const pay = { amount: String(100 + number), currency: 'eur', payment_method: 'pm_card_visa', confirm: 'true' }
      const form = { ...pay, return_url: 'http://localhost/', ...mark }
      return { path: '/v1/payment_intents', form, idempotencyKey }
    }
    const change = number % 2 === 0 && this.customer !== undefined
    return { path: change ? `/v1/customers/${this.customer}` : '/v1/customers', form: mark, idempotencyKey }
  }

  private note({ path, idempotencyKey }: Write, { status, body }: Answer): void {
    if (status !== 200 || body.metadata?.mark !== idempotencyKey) {
      this.wrong.push(`${idempotencyKey} to ${path} was answered ${status}: ${JSON.stringify(body).slice(0, 300)}`)
      return
    }
    if (body.object === 'customer') this.customer = body.id
    const known = this.acknowledged.get(body.id)
    if (known && !path.endsWith(`/${body.id}`)) this.wrong.push(`${body.id} was given twice`)
    const read = body.object === 'customer' ? '/v1/customers' : '/v1/payment_intents'
    this.acknowledged.set(body.id, { path: `${read}/${body.id}`, body })
  }
}
