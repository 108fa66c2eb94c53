import type { Entry } from '../../log/entry.js'
import type { World } from '../../world/world.js'
import type { Control } from '../control.js'
import { credentialVariable } from '../credentials.js'
import { curlCommand } from './curl.js'

/** What a client writes by itself, or what belongs to one connection. */
const BY_ITSELF =
  /^(?:host|content-length|connection|keep-alive|transfer-encoding|accept-encoding|:.*|sec-.*|expect|te)$/i
const HIDDEN = '[redacted]'

/** A request as it was sent, as a command. Where the log hides a credential stands the shell variable that has it. */
export function curlAsSent(control: Control, world: World, entry: Entry): string | null {
  const runtime = control.sandbox.runtime(entry.vendor)
  if (!runtime) return null
  const base = control.address(runtime.name)?.url ?? `https://${runtime.definition.hosts[0] ?? 'localhost'}`
  const headers: Record<string, string> = {}
  const literal: Record<string, string> = {}
  for (const [name, value] of Object.entries(entry.request.headers)) {
    if (BY_ITSELF.test(name)) continue
    if (value !== HIDDEN) literal[name] = value
    else if (name.toLowerCase() === 'authorization') headers[name] = `Bearer $${credentialVariable(runtime, world)}`
    else literal[name] = '...'
  }
  const { body } = entry.request
  return curlCommand({
    method: entry.method,
    url: `${base}${entry.target}`,
    headers,
    literal,
    body: body === '' ? undefined : { kind: 'raw', data: body },
  })
}
