import type { EntrySummary } from '../../engine/control/views.js'
import type { Context } from '../context.js'
import type { LogsOptions, ShowLogOptions } from '../definitions/logs.js'
import type { RemoteOptions } from '../definitions/shared.js'
import { paintStatus, type Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { done, EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { type LogDetails, logDetails } from './log-details.js'

export async function listLogs(context: Context, options: LogsOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const { vendor, status, operation, search, limit, follow, world } = options
  const filter = { vendor, status, operation, search }
  if (follow) return followLogs(context, options, filter)
  const query = { ...filter, limit: limit ?? 50 }
  const { entries } = await client.get<{ entries: EntrySummary[] }>(worldPath(world, 'logs'), query)
  return done({ entries }, (style) => {
    if (entries.length === 0) return `${style.dim('Nothing was asked yet.')}\n`
    const head = ['Time', 'Status', 'Request', 'ms', 'Stands on', 'Events', 'Id']
    return renderTable(
      style,
      head,
      [...entries].reverse().map((entry) => row(style, entry)),
    )
  })
}

function row(style: Style, { at, status, method, target, duration, fidelity, events, id }: EntrySummary): string[] {
  return [
    at.slice(11, 23),
    paintStatus(style, status),
    `${method} ${target}`,
    duration.toFixed(1),
    fidelity,
    events.join(' '),
    id,
  ]
}

async function followLogs(
  context: Context,
  options: LogsOptions,
  filter: Readonly<Record<string, string | undefined>>,
): Promise<Result> {
  const { stop } = context.terminal
  const client = connect(context.terminal, options)
  const live = await client.live<EntrySummary>(worldPath(options.world, 'logs', 'live'), filter, stop)
  for await (const entry of live) {
    context.emit(entry, (style) => `${row(style, entry).join('  ')}\n`)
  }
  return { exitCode: stop.aborted ? EXIT.ok : EXIT.notRunning, data: undefined, human: () => '' }
}

export async function showLog(context: Context, options: ShowLogOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const details = await client.get<LogDetails>(worldPath(options.world, 'logs', options.id))
  return done(details, (style) => logDetails(style, details))
}

export async function clearLogs(context: Context, options: RemoteOptions): Promise<Result> {
  const data = await connect(context.terminal, options).delete<{ cleared: number }>(worldPath(options.world, 'logs'))
  return done(data, () => `Forgot ${data.cleared} requests.\n`)
}
