import type { KeyView } from '../../engine/access/keys.js'
import type { Context } from '../context.js'
import type { ListKeysOptions, RollKeyOptions } from '../definitions/keys.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { done, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'

export async function listKeys(context: Context, options: ListKeysOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const data = await client.get<{ keys: readonly KeyView[] }>(worldPath(options.world, 'keys'), {
    vendor: options.vendor,
  })
  return done(data, (style) => keyTable(style, data.keys))
}

function keyTable(style: Style, keys: readonly KeyView[]): string {
  if (keys.length === 0) return `${style.dim('No vendor has keys here.')}\n`
  const rows = keys.map((key) => [
    key.state === 'current' ? key.variable : style.dim(`└ ${key.variable}`),
    key.value,
    stateOf(style, key),
    usesOf(style, key),
    key.last ? `${timeOf(key.last.at)} ${key.last.operation ?? ''}` : '',
    key.last?.userAgent ?? '',
  ])
  const unrolled = keys.filter(({ state, sinceRoll }) => state === 'old' && sinceRoll).length
  const note = unrolled > 0 ? `${style.yellow('An old key is still in use: see who used it last.')}\n` : ''
  return `${renderTable(style, ['Key', 'Value', 'Holds', 'Requests', 'Last used', 'By'], rows)}${note}`
}

function stateOf(style: Style, { state, until }: KeyView): string {
  if (state === 'current') return style.green('yes')
  const time = timeOf(until ?? '')
  return state === 'old' ? style.yellow(`until ${time}`) : style.red(`ended ${time}`)
}

/** To the second, UTC. */
function timeOf(time: string): string {
  return time.slice(0, 19).replace('T', ' ')
}

function usesOf(style: Style, { requests, refused, sinceRoll }: KeyView): string {
  if (requests === null) return style.dim('-')
  const since = sinceRoll ? [style.yellow(`${sinceRoll} since the roll`)] : []
  return [String(requests), ...since, ...(refused ? [style.red(`${refused} refused`)] : [])].join(', ')
}

interface Rolled {
  readonly vendor: string
  readonly variable: string
  readonly label: string
  readonly value: string
  readonly masked: string
  readonly old: { readonly masked: string | null; readonly until: string | null; readonly requests: number | null }
  readonly shortened: boolean
}

export async function rollKey(context: Context, options: RollKeyOptions): Promise<Result> {
  const { world, variable, vendor, overlap, reveal } = options
  const path = worldPath(world, 'keys', variable, 'roll')
  const { value, ...rolled } = await connect(context.terminal, options).post<Rolled>(path, { vendor, overlap })
  const data = { ...rolled, ...(reveal && { value }) }
  return done(data, (style) => sayRolled(style, rolled, reveal ? value : rolled.masked))
}

function sayRolled(style: Style, { variable, label, old, shortened }: Omit<Rolled, 'value'>, shown: string): string {
  const lines = [`${label} rolled. ${variable} is ${style.bold(shown)} now: standin env`]
  if (old.masked !== null) lines.push(`The old one, ${old.masked}, holds until ${old.until}.`)
  if (shortened) lines.push(style.yellow('That is sooner than you asked for: the vendor lets no old one hold longer.'))
  lines.push(style.dim('Who still uses it: standin keys list'))
  return `${lines.join('\n')}\n`
}
