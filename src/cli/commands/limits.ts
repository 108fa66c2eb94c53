import { setTimeout as sleep } from 'node:timers/promises'
import type { LimitsView } from '../../engine/control/views.js'
import type { Context } from '../context.js'
import type { LimitsOptions } from '../definitions/limits.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { done, EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'

/** How often `--watch` looks, in milliseconds. */
const BEAT = 1000
/** Of a full bar, in characters. */
const WIDTH = 20

export async function showLimits(context: Context, options: LimitsOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const look = () => client.get<LimitsView>(worldPath(options.world, 'limits'), { vendor: options.vendor })
  if (!options.watch) {
    const data = await look()
    return done(data, (style) => limitTable(style, data))
  }
  const { stop, out } = context.terminal
  while (!stop.aborted) {
    const data = await look()
    // On a terminal each takes the place of the one before.
    context.emit(data, (style) => `${out.isTTY ? '\u001b[H\u001b[2J' : ''}${limitTable(style, data)}`)
    await sleep(BEAT, undefined, { signal: stop }).catch(() => {})
  }
  return { exitCode: EXIT.ok, data: undefined, human: () => '' }
}

function limitTable(style: Style, { hold, limits }: LimitsView): string {
  const note = hold ? '' : `${style.yellow('Limits do not hold here: they are off, or the clock stands still.')}\n`
  if (limits.length === 0) return `${note}${style.dim('No vendor has limits that can be shown.')}\n`
  const rows = limits.map(({ vendor, name, used, limit, window }) => [
    vendor,
    name,
    bar(style, used, limit),
    `${used} of ${limit}`,
    window === null ? 'now' : `in ${spanOf(window)}`,
  ])
  return `${note}${renderTable(style, ['Vendor', 'Limit', '', 'Used', 'Counted'], rows)}`
}

/** `████░░░░`, green while there is room, red where there is none. */
function bar(style: Style, used: number, limit: number): string {
  const part = limit > 0 ? Math.min(1, used / limit) : 1
  // What is used at all is seen.
  const full = used > 0 ? Math.max(1, Math.floor(part * WIDTH)) : 0
  const text = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
  return part >= 1 ? style.red(text) : part >= 0.8 ? style.yellow(text) : style.green(text)
}

function spanOf(milliseconds: number): string {
  if (milliseconds >= 3_600_000) return `${milliseconds / 3_600_000} h`
  return milliseconds >= 60_000 ? `${milliseconds / 60_000} min` : `${milliseconds / 1000} s`
}
