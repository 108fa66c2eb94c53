import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DeliveryView, EntrySummary } from '../../engine/control/views.js'
import { SandboxError } from '../../engine/errors.js'
import type { ControlClient } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'

export interface RangeOptions {
  readonly client: ControlClient
  readonly world: string
  readonly vendor: string
  readonly endpoint: string
  /** Type of the event that is judged; without it, the last that a cause makes. */
  readonly event?: string | undefined
  /** Shell commands: what makes an event happen, what shows its effect, what starts the endpoint anew. */
  readonly cause?: string | undefined
  readonly probe?: string | undefined
  readonly restart?: string | undefined
  /** The endpoint's work is over when it has asked nothing for so long, in milliseconds. */
  readonly settle: number
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

/** What became of one delivery. */
export interface Sent {
  readonly status: number | null
  readonly error: string | null
  readonly accepted: boolean
  readonly signedAt: number
}

export interface SendOptions {
  readonly how?: string
  readonly signedAt?: number
  readonly age?: number
  readonly timeout?: number
}

/** An endpoint's work may take so long in all, in milliseconds. */
const LONGEST = 15_000
const MOST_ENTRIES = 10_000

/** One endpoint and all that is done to it. */
export class Range {
  readonly options: RangeOptions
  private causes = 0

  constructor(options: RangeOptions) {
    this.options = options
  }

  /** Makes something happen, and gives what waits to be told of it, in order. @throws SANDBOX_NOT_FOUND where that is nothing */
  async cause(): Promise<readonly DeliveryView[]> {
    const before = new Set((await this.waiting()).map(({ id }) => id))
    const { cause, event, vendor, client } = this.options
    if (cause !== undefined) await this.shell(cause, { STANDIN_ATTACK: String(++this.causes) })
    else await client.post(this.path('events'), { vendor, type: event })
    await this.quiet()
    const made = (await this.waiting()).filter(({ id }) => !before.has(id)).reverse()
    if (made.some(({ type }) => event === undefined || type === event)) return made
    const types = [...new Set(made.map(({ type }) => type))]
    const message = `Nothing happened that the endpoint hears of${event ? ` as '${event}'` : ''}.`
    const remedy = types.length > 0 ? `It hears of: ${types.join(', ')}.` : 'Let --cause make an event of this world.'
    throw new SandboxError('SANDBOX_NOT_FOUND', message, remedy)
  }

  /** The one that is judged. */
  main(made: readonly DeliveryView[]): DeliveryView {
    const { event } = this.options
    const found = made.findLast(({ type }) => event === undefined || type === event)
    if (!found) throw new SandboxError('SANDBOX_NOT_FOUND', 'Nothing happened.', 'Let --cause make an event.')
    return found
  }

  send({ id }: { readonly id: string }, options: SendOptions = {}): Promise<Sent> {
    return this.options.client.post<Sent>(this.path('deliveries', id, 'send'), options)
  }

  /** Another event of the same object. */
  async again({ id, type }: DeliveryView): Promise<DeliveryView> {
    const { deliveries } = await this.options.client.post<{ deliveries: DeliveryView[] }>(
      this.path('deliveries', id, 'again'),
    )
    const own = deliveries.find((each) => each.endpoint === this.options.endpoint && each.type === type)
    if (!own) throw new SandboxError('SANDBOX_NOT_FOUND', 'The endpoint does not hear of it again.', 'Report it.')
    return own
  }

  /** How often the endpoint did its work: what the probe counts, or the changes that it asked the stand-in for. */
  async effects(work: () => Promise<unknown>): Promise<number> {
    const [known, before] = [new Set((await this.log()).map(({ id }) => id)), await this.probed()]
    await work()
    await this.quiet()
    const after = await this.probed()
    if (before === undefined || after === undefined) {
      const fresh = (await this.log()).filter(({ id }) => !known.has(id))
      return fresh.filter(({ method, status, changed }) => method !== 'GET' && status > 0 && status < 400 && changed)
        .length
    }
    const difference = Number(after) - Number(before)
    return Number.isNaN(difference) ? Number(after !== before) : Math.abs(difference)
  }

  /** Runs work while something goes wrong with all that is asked of the vendor. */
  async during(effect: object, work: () => Promise<unknown>): Promise<void> {
    const { client, vendor } = this.options
    const { id } = await client.post<{ id: string }>(this.path('faults'), {
      name: 'an attack on the webhook endpoint',
      when: { vendor },
      effect,
    })
    try {
      await work()
    } finally {
      await client.delete(this.path('faults', id))
    }
  }

  async restart(): Promise<void> {
    await this.shell(this.options.restart ?? '', {})
  }

  /** Resolves when the endpoint asks nothing any more, and not before so many milliseconds. */
  async quiet(atLeast = 0): Promise<void> {
    let [seen, last] = ['', 0]
    const beat = this.options.settle / 5
    for (let waited = 0; waited < LONGEST && (last < this.options.settle || waited < atLeast); waited += beat) {
      await sleep(beat)
      const [newest] = await this.log(1)
      last = (newest?.id ?? '') === seen ? last + beat : 0
      seen = newest?.id ?? ''
    }
  }

  private async waiting(): Promise<DeliveryView[]> {
    const query = { endpoint: this.options.endpoint, state: 'held', limit: 1000 }
    return (await this.options.client.get<{ deliveries: DeliveryView[] }>(this.path('deliveries'), query)).deliveries
  }

  private async log(limit = MOST_ENTRIES): Promise<EntrySummary[]> {
    return (await this.options.client.get<{ entries: EntrySummary[] }>(this.path('logs'), { limit })).entries
  }

  private async probed(): Promise<string | undefined> {
    const { probe } = this.options
    return probe === undefined ? undefined : (await this.shell(probe, {})).trim()
  }

  private shell(command: string, more: NodeJS.ProcessEnv): Promise<string> {
    const { cwd, env } = this.options
    return new Promise((resolve, reject) => {
      execFile('sh', ['-c', command], { cwd, env: { ...env, ...more }, timeout: 60_000 }, (error, stdout, stderr) => {
        if (!error) return resolve(stdout)
        const said = stderr.trim().split('\n').at(-1) ?? ''
        const message = `The command failed (${error.code ?? error.signal}): ${command}. ${said}`
        reject(new SandboxError('SANDBOX_BAD_INPUT', message, 'It has to end with exit code 0.'))
      })
    })
  }

  private path(...parts: readonly string[]): string {
    return worldPath(this.options.world, ...parts)
  }
}
