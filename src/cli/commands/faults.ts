import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { FaultView } from '../../engine/control/views.js'
import { SandboxError } from '../../engine/errors.js'
import { readText } from '../../engine/written/read-text.js'
import type { Context } from '../context.js'
import type { AddFaultOptions, RemoveFaultOptions } from '../definitions/faults.js'
import type { RemoteOptions } from '../definitions/shared.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { done, type Result } from '../result.js'
import { type ControlClient, connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { faultOf } from './fault-effect.js'

export async function listFaults(context: Context, options: RemoteOptions): Promise<Result> {
  const path = worldPath(options.world, 'faults')
  const data = await connect(context.terminal, options).get<{ faults: FaultView[] }>(path)
  return done(data, (style) => faultTable(style, data.faults))
}

/** A list in a file is added as a whole, or not at all. */
export async function addFault(context: Context, options: AddFaultOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const path = worldPath(options.world, 'faults')
  const added: FaultView[] = []
  try {
    for (const fault of await faultsOf(context, options))
      added.push(await client.post<FaultView>(path, fault as object))
  } catch (error) {
    for (const { id } of added) await client.delete(`${path}/${id}`)
    throw error
  }
  return done(added.length === 1 ? added[0] : { faults: added }, (style) => faultTable(style, added))
}

async function faultsOf(context: Context, options: AddFaultOptions): Promise<readonly unknown[]> {
  const { file, kind } = options
  if ((file === undefined) === (kind === undefined)) {
    const remedy = 'Write `standin faults add status 503`, or `standin faults add --file fault.yaml`.'
    throw new SandboxError('SANDBOX_BAD_INPUT', 'Either what goes wrong or --file is wanted.', remedy)
  }
  if (file === undefined) return [faultOf(options)]
  const { value } = readText(file, await readFault(resolve(context.terminal.cwd, file)))
  return Array.isArray(value) ? value : [value]
}

async function readFault(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new SandboxError('SANDBOX_NOT_FOUND', `${file} cannot be read: ${said}.`, 'Name a file.', { cause })
  }
}

export async function removeFault(context: Context, options: RemoveFaultOptions): Promise<Result> {
  const data = await client(context, options).delete(worldPath(options.world, 'faults', options.id))
  return done(data, () => `Removed ${options.id}.\n`)
}

export async function clearFaults(context: Context, options: RemoteOptions): Promise<Result> {
  const data = await client(context, options).delete<{ removed: number }>(worldPath(options.world, 'faults'))
  return done(data, () => `Removed ${data.removed} fault${data.removed === 1 ? '' : 's'}.\n`)
}

function client(context: Context, options: RemoteOptions): ControlClient {
  return connect(context.terminal, options)
}

function faultTable(style: Style, faults: readonly FaultView[]): string {
  if (faults.length === 0) return `${style.dim('Nothing goes wrong: standin faults add status 503')}\n`
  const rows = faults.map(({ id, name, effect, when, times, happened, fitted }) => [
    id,
    name ?? '',
    wordsOf(effect),
    when === undefined ? 'everything' : wordsOf(when),
    `${happened}${times === undefined ? '' : ` of ${times}`}`,
    String(fitted),
  ])
  return renderTable(style, ['Fault', 'Name', 'What', 'For', 'Happened', 'Fitted'], rows)
}

/** `status 503 retryAfter 2` */
function wordsOf(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name === 'kind' ? '' : `${name} `}${shown(value)}`)
    .join(', ')
}

/** A list of texts as a list; only what has parts of its own as JSON. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
