import { SandboxError } from '../../engine/errors.js'
import { valueAt } from '../pact/json-path.js'
import type { PactFile, PactRequest, SetupStep } from '../pact/pact-file.js'
import type { ControlApi, WorldCredential } from './control-api.js'
import { type Answered, type Sent, send } from './send.js'
import { Standing } from './standing.js'

/** A message as an endpoint got it. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface StageOptions {
  readonly control: ControlApi
  readonly world: string
  readonly vendor: string
  /** Where the vendor is reached. */
  readonly address: string
  readonly pact: PactFile
  /** Where messages are told. */
  readonly hook: string
}

/** How long a message may be under way, in milliseconds of wall time. */
const PATIENCE = 5000
/** Which credential stands for one that the contract does not explain, by what its variable is called; the first that is there. */
const USUAL = [/ACCESS_TOKEN/, /SECRET_KEY/, /API_KEY/, /TOKEN|KEY/]

/** One interaction's world, with what stands in it for what the contract names. */
export class Stage {
  readonly received: Received[] = []
  private readonly options: StageOptions
  private readonly standing = new Standing()
  private credentials: readonly WorldCredential[] = []
  /** An endpoint may be there. */
  private listens = false

  private constructor(options: StageOptions) {
    this.options = options
  }

  static async open(options: StageOptions): Promise<Stage> {
    const { control, world, vendor, pact } = options
    const { at, credentials: examples = {} } = pact.metadata.standin ?? {}
    const stage = new Stage(options)
    await control.newWorld(world, at)
    stage.credentials = await control.credentials(world, vendor)
    for (const { variable, value } of stage.credentials) {
      const example = examples[variable]
      if (example !== undefined) stage.standing.add({ [example]: value })
    }
    return stage
  }

  async close(): Promise<void> {
    await this.options.control.removeWorld(this.options.world)
  }

  /** Brings about a provider state: as the consumer did where the contract says how, or else as the sandbox knows it. */
  async enter(name: string, params: Readonly<Record<string, unknown>>): Promise<void> {
    const { control, world, vendor, pact, hook } = this.options
    const step = pact.metadata.standin?.setup?.[name]
    // What was told on the way is not what the contract waits for.
    this.received.length = 0
    if (step) await this.repeat(name, step)
    else {
      const before = { ...this.standing.data(params), url: hook }
      this.standing.add(await control.enterState(world, vendor, this.standing.text(name), before))
      this.listens = true
    }
    if (this.listens) await this.told()
  }

  /** A request of the contract with what stands for what it names. */
  send({ method, target, headers, body }: Sent, refusedCredential = false): Promise<Answered> {
    const out: Record<string, string> = {}
    for (const [name, value] of Object.entries(headers)) {
      const isCredential = name.toLowerCase() === 'authorization'
      out[name] = isCredential ? this.authorization(value, refusedCredential) : this.standing.text(value)
    }
    return send(this.options.address, {
      method,
      target: this.standing.text(target),
      headers: out,
      body: this.standing.text(body),
    })
  }

  /** The message of this type, once it was told; triggered where nobody listens for it yet. */
  async message(type: string): Promise<Received> {
    const { control, world, vendor, hook } = this.options
    if (!(await control.endpoints(world)).includes(hook)) {
      await control.subscribe(world, vendor, hook)
      await control.trigger(world, vendor, type)
    }
    const until = performance.now() + PATIENCE
    while (performance.now() < until) {
      const found = this.received.findLast((message) => isOf(message, type))
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const told = this.received.length === 0 ? 'none at all' : `${this.received.length} others`
    const message = `No message '${type}' was told within ${PATIENCE / 1000} s, ${told}.`
    throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Is it caused by the last of the provider states?')
  }

  private async repeat(name: string, { request, gives = {} }: SetupStep): Promise<void> {
    const { status, body } = await this.send(sentOf(request))
    const text = body.toString('utf8')
    const answer = parsed(text)
    for (const [id, path] of Object.entries(gives)) {
      const stands = valueAt(answer, path)
      if (typeof stands === 'string') this.standing.add({ [id]: stands })
      else {
        const what = `'${name}' could not be brought about: the answer (${status}) has no ${path}: ${text.slice(0, 300)}`
        throw new SandboxError('SANDBOX_NOT_CONFORMANT', what, 'Record the contract again, or mend the stand-in.')
      }
    }
  }

  private authorization(value: string, refused: boolean): string {
    const known = this.options.pact.metadata.standin?.credentials
    if (known || refused) return this.standing.authorization(value)
    const usual = USUAL.flatMap((name) =>
      this.credentials.filter(({ variable, secret }) => secret && name.test(variable)),
    )[0]
    if (!usual) return value
    if (!/^Basic /i.test(value)) return `${value.split(' ')[0]} ${usual.value}`
    const [user = '', password = ''] = Buffer.from(value.slice(6), 'base64').toString('utf8').split(':')
    const plain = password === '' ? `${usual.value}:` : `${user}:${usual.value}`
    return `Basic ${Buffer.from(plain).toString('base64')}`
  }

  /** Waits until each delivery has been tried and what was tried has come. */
  private async told(): Promise<void> {
    const until = performance.now() + PATIENCE
    while (performance.now() < until) {
      const rows = await this.options.control.deliveries(this.options.world)
      if (rows.every(({ attempts }) => attempts.length > 0)) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

/** Where a message names its type, in JSON or a form; one in XML names none, and an endpoint for it is told of nothing else. */
function isOf({ body, headers }: Received, type: string): boolean {
  if (/x-www-form-urlencoded/.test(headers['content-type'] ?? '')) {
    return [...new URLSearchParams(body).values()].some((value) => value === type || value.includes(`"${type}"`))
  }
  return body.includes(`"${type}"`) || /xml/.test(headers['content-type'] ?? '')
}

function sentOf({ method, path, query = {}, headers = {}, body }: PactRequest): Sent {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
  const flat = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')] as const)
  return {
    method,
    target: pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path,
    headers: Object.fromEntries(flat),
    body: body === undefined ? '' : typeof body.content === 'string' ? body.content : JSON.stringify(body.content),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
