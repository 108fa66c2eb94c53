import { SandboxError } from '../errors.js'
import { type Route, routes } from './routes.js'

const ROOT = '/_standin'

export type Found =
  | { readonly kind: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' }

const table = routes.map((route) => ({ route, segments: `${ROOT}${route.path}`.split('/') }))

/** The route of a path as it was sent, with what its named segments hold, decoded. */
export function findRoute(path: string, method: string): Found {
  const sent = path.replace(/\/+$/, '').split('/')
  const fitting = table.filter(({ segments }) => fits(segments, sent))
  const found = fitting.find(({ route }) => route.method === method)
  if (found) return { kind: 'route', route: found.route, params: capture(found.segments, sent) }
  if (fitting.length === 0) return { kind: 'none' }
  return { kind: 'wrong-method', allowed: [...new Set(fitting.map(({ route }) => route.method))] }
}

function fits(segments: readonly string[], sent: readonly string[]): boolean {
  if (segments.length !== sent.length) return false
  return segments.every((segment, i) => (segment.startsWith('{') ? sent[i] !== '' : segment === sent[i]))
}

function capture(segments: readonly string[], sent: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {}
  segments.forEach((segment, i) => {
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = decode(sent[i] ?? '')
  })
  return params
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new SandboxError('SANDBOX_BAD_INPUT', `'${text}' is not percent-encoded UTF-8.`, 'Encode it.')
  }
}
