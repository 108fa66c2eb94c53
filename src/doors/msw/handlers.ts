import { type HttpHandler, HttpResponse, http } from 'msw'
import type { Exchange, Handle, OutcomeHeaders, Reply } from '../../engine/exchange.js'
import { type HostRule, matchHost, notStarted } from '../host-map.js'

/**
 * One catch-all handler a host: MSW looks its handlers through one by one, so one for each operation would cost
 * milliseconds a request. A host whose vendor is not started is refused, never let through.
 */
export function mswHandlers(handle: Handle, hosts: readonly HostRule[], started: ReadonlySet<string>): HttpHandler[] {
  return hosts.map(({ pattern }) =>
    http.all(urlsOf(pattern), ({ request }) => {
      const hostname = new URL(request.url).hostname
      const rule = matchHost(hosts, hostname)
      if (!rule || !started.has(rule.vendor)) return refuse(hosts, hostname)
      return answer(handle, request, rule.vendor)
    }),
  )
}

function urlsOf(pattern: string): RegExp {
  const host = pattern.replace(/^\*\./, '').replaceAll('.', '\\.')
  return new RegExp(`^https?://${pattern.startsWith('*.') ? '[^/]+\\.' : ''}${host}(?::\\d+)?(?:/|\\?|$)`, 'i')
}

function refuse(hosts: readonly HostRule[], hostname: string): Response {
  const rule = matchHost(hosts, hostname)
  const message = rule ? notStarted(rule, hostname) : `No vendor of this sandbox answers for ${hostname}.`
  return HttpResponse.json({ error: { code: 'SANDBOX_NOT_STARTED', message } }, { status: 502 })
}

async function answer(handle: Handle, request: Request, vendor: string): Promise<Response> {
  const outcome = await handle(await exchangeOf(request, vendor))
  if (outcome.kind === 'reset') return HttpResponse.error()
  if (outcome.kind === 'hang') return hang(request.signal)
  return responseOf(outcome)
}

async function exchangeOf(request: Request, vendor: string): Promise<Exchange> {
  const url = new URL(request.url)
  return {
    method: request.method,
    target: url.pathname + url.search,
    host: url.hostname,
    headers: { host: url.host, ...Object.fromEntries(request.headers) },
    body: new Uint8Array(await request.arrayBuffer()),
    secure: url.protocol === 'https:',
    vendor,
    signal: request.signal,
  }
}

/** Never answers, until the client gives up. */
function hang(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

function responseOf({ status, headers, body }: Reply): Response {
  const init = { status, headers: headersOf(headers) }
  if (status === 204 || status === 304) return new HttpResponse(null, init)
  if (typeof body === 'string') return new HttpResponse(body, init)
  if (body instanceof Uint8Array) return new HttpResponse(new Uint8Array(body), init)
  return new HttpResponse(ReadableStream.from(body) as ReadableStream<Uint8Array>, init)
}

function headersOf(headers: OutcomeHeaders): Headers {
  const out = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const each of Array.isArray(value) ? value : [value]) out.append(name, each)
  }
  return out
}
