import { decodeForm } from '../decode/form.js'
import { SandboxError, type SandboxErrorCode } from '../errors.js'
import type { Exchange, Reply } from '../exchange.js'
import type { ControlRequest } from './command.js'
import type { Control } from './control.js'
import { EventStream } from './event-stream.js'
import { FileAnswer, MOST_FILE } from './file-answer.js'
import { isLocalPeer, refuseForeign, refuseOtherThan, refuseWithoutToken } from './guard.js'
import { HtmlAnswer } from './html-answer.js'
import { parseInput } from './input.js'
import { page } from './page.js'
import { errorReply, fileReply, htmlReply, inspectorReply, jsonReply, streamReply } from './reply.js'
import { findRoute } from './router.js'
import { type Route, routes } from './routes.js'

const MOST_BODY = 1024 * 1024

const STATUS: Readonly<Partial<Record<SandboxErrorCode, number>>> = {
  SANDBOX_BAD_INPUT: 400,
  SANDBOX_BAD_SCENARIO: 400,
  SANDBOX_FORBIDDEN: 403,
  SANDBOX_NOT_FOUND: 404,
  SANDBOX_CONFLICT: 409,
  SANDBOX_STATE_NOT_WRITTEN: 507,
}

/** One request to the control port: who may not is refused before anything is looked at. Never rejects. */
export async function answer(control: Control, exchange: Exchange): Promise<Reply> {
  const refused = refuseForeign(exchange, control, control.port)
  if (refused) return refused
  try {
    const [path = '', query = ''] = split(exchange.target)
    const reading = exchange.method === 'GET' || exchange.method === 'HEAD'
    if (reading && !path.startsWith('/_standin')) return pageOf(control, path)
    const found = findRoute(path, reading ? 'GET' : exchange.method)
    if (found.kind === 'none') return unknownPath(path)
    if (found.kind === 'wrong-method') return wrongMethod(exchange.method, path, found.allowed)
    return refuse(control, exchange, found.route) ?? (await run(control, exchange, found.route, found.params, query))
  } catch (error) {
    return failure(control, error)
  }
}

/** What a person sees who opens the control port: the inspector, or where it was not built, a plain page. */
function pageOf(control: Control, path: string): Reply {
  const file = path === '/' ? 'index.html' : /^\/inspector\/(.+)$/.exec(path)?.[1]
  const found = file === undefined ? undefined : control.inspector?.find(file)
  if (found) return inspectorReply(found)
  return path === '/' ? page(control, routes) : unknownPath(path)
}

function refuse(control: Control, exchange: Exchange, route: Route): Reply | undefined {
  const guarded = route.writes || route.secret || !isLocalPeer(exchange.peer)
  const missing = guarded ? refuseWithoutToken(exchange, control) : undefined
  if (missing || !route.writes) return missing
  const type = route.takesFile ? 'application/gzip' : 'application/json'
  return refuseOtherThan(exchange, type) ?? refuseTooLarge(exchange, route.takesFile ? MOST_FILE : MOST_BODY)
}

async function run(
  control: Control,
  exchange: Exchange,
  route: Route,
  params: Readonly<Record<string, string>>,
  query: string,
): Promise<Reply> {
  const { sandbox } = control
  const request: ControlRequest = {
    control,
    routes,
    params,
    query: parseInput('query', route.command.query, decodeForm(query)),
    body: parseInput('body', route.command.body, route.writes && !route.takesFile ? bodyOf(exchange) : {}),
    bytes: exchange.body,
    signal: exchange.signal ?? new AbortController().signal,
    get world() {
      return sandbox.world(params.world ?? '')
    },
  }
  const result = await route.command.run(request as ControlRequest<never, never>)
  if (route.writes) await sandbox.state?.journal.durable()
  if (result instanceof HtmlAnswer) return htmlReply(result)
  if (result instanceof FileAnswer) return fileReply(result)
  return result instanceof EventStream ? streamReply(result) : jsonReply(200, result)
}

function bodyOf(exchange: Exchange): unknown {
  const text = Buffer.from(exchange.body).toString()
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new SandboxError('SANDBOX_BAD_INPUT', `The body is no JSON: ${said}.`, 'Send a JSON object.')
  }
}

function refuseTooLarge(exchange: Exchange, most: number): Reply | undefined {
  if (exchange.body.length <= most) return undefined
  const message = `The body has ${exchange.body.length} bytes.`
  return errorReply(413, { code: 'SANDBOX_BAD_INPUT', message, remedy: `Send at most ${most}.` })
}

function failure(control: Control, error: unknown): Reply {
  if (error instanceof SandboxError) return errorReply(STATUS[error.code] ?? 500, error)
  control.sandbox.report(error)
  const message = error instanceof Error ? error.message : String(error)
  return errorReply(500, { code: 'SANDBOX_FAILED', message, remedy: 'This is a fault of ours: please report it.' })
}

function unknownPath(path: string): Reply {
  const remedy = 'GET /_standin lists what there is.'
  return errorReply(404, { code: 'SANDBOX_NOT_FOUND', message: `The control API has no '${path}'.`, remedy })
}

function wrongMethod(method: string, path: string, allowed: readonly string[]): Reply {
  const message = `'${path}' does not take ${method}.`
  const remedy = `Use ${allowed.join(' or ')}.`
  return errorReply(405, { code: 'SANDBOX_BAD_INPUT', message, remedy }, { Allow: allowed.join(', ') })
}

function split(target: string): [path: string, query: string] {
  const at = target.indexOf('?')
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
}
