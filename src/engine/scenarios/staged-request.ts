import { SandboxError } from '../errors.js'
import type { Exchange, Reply } from '../exchange.js'
import { observeCommand } from '../observe/observe-command.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'
import type { RequestStep } from './step-schema.js'

const FORM = 'application/x-www-form-urlencoded'

export interface StagedAnswer {
  readonly status: number
  /** As data where it is JSON. */
  readonly body: unknown
}

/**
 * Makes a request as the owner of the account would from the vendor's dashboard.
 * @throws SANDBOX_BAD_SCENARIO where the vendor answers something else than was wanted
 */
export async function stage(world: World, runtime: VendorRuntime, step: RequestStep): Promise<StagedAnswer> {
  const outcome = await world.sandbox.handle(exchangeOf(world, runtime, step))
  if (outcome.kind !== 'reply') {
    throw new SandboxError('SANDBOX_BAD_SCENARIO', `${step.send} was not answered.`, 'Send something else.')
  }
  const text = await textOf(outcome)
  const wanted =
    step.status === undefined ? outcome.status >= 200 && outcome.status < 300 : outcome.status === step.status
  if (!wanted) {
    const expected = step.status === undefined ? '2xx' : String(step.status)
    const said = runtime.redactor.text(text).replace(/\s+/g, ' ').slice(0, 300)
    const message = `${step.send} was answered with ${outcome.status}, not ${expected}: ${said}`
    throw new SandboxError('SANDBOX_BAD_SCENARIO', message, 'Correct the request, or say `status` for what is wanted.')
  }
  return { status: outcome.status, body: parse(text) }
}

function exchangeOf(world: World, runtime: VendorRuntime, step: RequestStep): Exchange {
  const { definition } = runtime
  const [method = '', path = ''] = step.send.split(' ')
  const host = (definition.hosts[0] ?? 'localhost').replace('*', 'www')
  const owner = world.transact('sign in for a scenario', undefined, () =>
    definition.credentials.owner?.(world.view<unknown>(runtime, '')),
  )
  observeCommand(world, 'sign in', { vendor: runtime.name })
  const { contentType, body } = bodyOf(runtime, method, path, step.body)
  return {
    method,
    target: path + queryOf(path, step.query),
    host,
    secure: true,
    vendor: runtime.name,
    staged: true,
    peer: 'scenario',
    headers: {
      host,
      ...owner,
      ...(contentType !== undefined && { 'content-type': contentType, 'content-length': String(body.length) }),
      ...Object.fromEntries(Object.entries(step.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    },
    body,
  }
}

function queryOf(path: string, query: RequestStep['query'] = {}): string {
  const pairs = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)])
  return pairs.length === 0 ? '' : `${path.includes('?') ? '&' : '?'}${new URLSearchParams(pairs)}`
}

/** Written as the operation wants it: a form, or else JSON. */
function bodyOf(
  runtime: VendorRuntime,
  method: string,
  path: string,
  body: RequestStep['body'],
): { contentType?: string; body: Buffer } {
  if (body === undefined) return { body: Buffer.alloc(0) }
  const operation = runtime.description.find(method, path.split('?')[0] ?? '')?.values[0]
  const declared = operation?.body?.mediaType ?? 'application/json'
  if (typeof body === 'string') return { contentType: declared, body: Buffer.from(body) }
  if (declared !== FORM) return { contentType: 'application/json', body: Buffer.from(JSON.stringify(body)) }
  const pairs = [...formPairs(body, '')]
  return { contentType: FORM, body: Buffer.from(new URLSearchParams(pairs).toString()) }
}

/** `metadata[order_id]=42`, `items[0][price]=...`. */
function* formPairs(value: unknown, name: string): Generator<[string, string]> {
  if (typeof value !== 'object' || value === null) yield [name, value === null ? '' : String(value)]
  else for (const [key, inner] of Object.entries(value)) yield* formPairs(inner, name === '' ? key : `${name}[${key}]`)
}

async function textOf({ body }: Reply): Promise<string> {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return Buffer.from(body).toString()
  const parts: Buffer[] = []
  for await (const part of body) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
