import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SandboxError } from '../../engine/errors.js'
import { isHttp, type PactFile } from '../pact/pact-file.js'
import type { ControlApi } from './control-api.js'
import { Stage } from './stage.js'

/** Tells which interaction a request is; it goes no further than here. */
export const INTERACTION_HEADER = 'standin-interaction'
const STATE = '/_pact/state'
const MESSAGES = '/_pact/messages'
const HOOK = '/_pact/hook'

export interface BridgeOptions {
  readonly control: ControlApi
  readonly pact: PactFile
  readonly vendor: string
  readonly address: string
  /** Of worlds, so that two bridges never share one. */
  readonly name: string
}

/** What stands between Pact's verifier and a sandbox: each interaction meets a world of its own, in the states that it names. */
export interface Bridge {
  readonly url: string
  readonly stateUrl: string
  readonly messages: { readonly port: number; readonly path: string }
  /** By the interaction's place in the file: what stood behind its answer. */
  readonly fidelity: ReadonlyMap<number, string>
  /** States that could not be brought about, in order. */
  readonly failures: readonly string[]
  /** Messages that nobody told, by their description. */
  readonly untold: ReadonlyMap<string, string>
  close(): Promise<void>
}

export async function openBridge(options: BridgeOptions): Promise<Bridge> {
  const stages = new Stages(options)
  const server = createServer((request, response) => {
    answer(stages, request, response).catch((error: unknown) => {
      stages.failures.push(reasonOf(error))
      response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: reasonOf(error) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  stages.hook = url + HOOK
  return {
    url,
    stateUrl: url + STATE,
    messages: { port, path: MESSAGES },
    fidelity: stages.fidelity,
    failures: stages.failures,
    untold: stages.untold,
    close: async () => {
      await stages.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The world of the interaction that is verified now. */
class Stages {
  readonly fidelity = new Map<number, string>()
  readonly failures: string[] = []
  readonly untold = new Map<string, string>()
  readonly options: BridgeOptions
  hook = ''
  private count = 0
  private opening: Promise<Stage> | undefined

  constructor(options: BridgeOptions) {
    this.options = options
  }

  current(): Promise<Stage> {
    const { name, ...rest } = this.options
    this.opening ??= Stage.open({ ...rest, world: `${name}-${++this.count}`, hook: this.hook })
    return this.opening
  }

  get open(): Promise<Stage> | undefined {
    return this.opening
  }

  async end(): Promise<void> {
    const stage = this.opening
    this.opening = undefined
    await (await stage)?.close()
  }
}

async function answer(stages: Stages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request)
  if (request.url === STATE) return enterState(stages, body, response)
  if (request.url === MESSAGES) return tellMessage(stages, body, response)
  if (request.url === HOOK) return takeMessage(stages, request, body, response)
  return pass(stages, request, body, response)
}

async function enterState(stages: Stages, body: string, response: ServerResponse): Promise<void> {
  const { action, state, params } = JSON.parse(body) as {
    action: 'setup' | 'teardown'
    state: string
    params: Record<string, unknown>
  }
  if (action === 'teardown') await stages.end()
  else {
    const stage = await stages.current()
    if (state !== '') await stage.enter(state, params)
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
}

async function tellMessage(stages: Stages, body: string, response: ServerResponse): Promise<void> {
  const { description } = JSON.parse(body) as { description: string }
  const found = stages.options.pact.interactions.find((each) => !isHttp(each) && each.description === description)
  const type = found?.comments?.standin?.event ?? description
  const stage = await stages.current()
  const message = await stage.message(type).catch((error: unknown) => {
    stages.untold.set(description, reasonOf(error))
    return { headers: {} as Record<string, string>, body: '' }
  })
  const contentType = message.headers['content-type'] ?? 'text/plain'
  // Names as the contract has them: HTTP does not tell their case.
  const names = found && !isHttp(found) ? Object.keys(found.metadata ?? {}) : []
  const named = Object.fromEntries(
    names.flatMap((name) => {
      const value = message.headers[name.toLowerCase()]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  const metadata = Buffer.from(JSON.stringify({ ...named, contentType })).toString('base64')
  response.writeHead(200, { 'content-type': contentType, 'pact-message-metadata': metadata }).end(message.body)
}

async function takeMessage(
  stages: Stages,
  { headers }: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const stage = await stages.open
  stage?.received.push({ headers: headers as Record<string, string>, body })
  response.writeHead(200).end()
}

async function pass(
  stages: Stages,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const stage = await stages.current()
  const place = Number(headers[INTERACTION_HEADER] ?? -1)
  const interaction = stages.options.pact.interactions[place]
  const refused = interaction !== undefined && isHttp(interaction) && interaction.response.status === 401
  const {
    status,
    headers: answered,
    body: content,
  } = await stage.send({ method, target: url, headers: forwarded(headers), body }, refused)
  stages.fidelity.set(place, String(answered['standin-fidelity'] ?? ''))
  const { 'transfer-encoding': _chunked, connection: _connection, ...kept } = answered
  response.writeHead(status, kept).end(content)
}

function forwarded(headers: IncomingMessage['headers']): Record<string, string> {
  const left = new Set([
    INTERACTION_HEADER,
    'host',
    'connection',
    'content-length',
    'accept-encoding',
    'transfer-encoding',
  ])
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !left.has(name))
      .map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  )
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function reasonOf(error: unknown): string {
  if (error instanceof SandboxError) return `${error.message} ${error.remedy}`
  return error instanceof Error ? error.message : String(error)
}
