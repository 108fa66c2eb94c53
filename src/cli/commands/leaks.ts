import type { Leakable } from '../../engine/leaks/leakable.js'
import { type Leak, LeakSearch } from '../../engine/leaks/search.js'
import type { Context } from '../context.js'
import type { LeaksOptions } from '../definitions/leaks.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { sourcesOf } from './leak-sources.js'

interface Found extends Leak {
  readonly place: string
}

/** More are counted, not listed. */
const MOST_SHOWN = 200

/** Exit code 1 where something was found. Values are shown masked. */
export async function findLeaks(context: Context, options: LeaksOptions): Promise<Result> {
  const { targets, except = [], world } = options
  const client = connect(context.terminal, options)
  const { values } = await client.get<{ values: Leakable[] }>(worldPath(world, 'leakable'))
  const search = new LeakSearch(values.filter(({ kind }) => !except.includes(kind)))
  const leaks: Found[] = []
  let places = 0
  for await (const { place, text } of sourcesOf(targets, context.terminal.cwd)) {
    places++
    for (const leak of search.find(text)) leaks.push({ place, ...leak })
  }
  return {
    exitCode: leaks.length > 0 ? EXIT.failed : EXIT.ok,
    data: { looked: places, known: values.length, leaks },
    human: (style) => report(style, leaks, places, values.length),
  }
}

function report(style: Style, leaks: readonly Found[], places: number, known: number): string {
  const looked = `${places} place${places === 1 ? '' : 's'}, ${known} value${known === 1 ? '' : 's'} that this world knows`
  if (leaks.length === 0) return `${style.green('Nothing found')} (${looked}).\n`
  const rows = leaks
    .slice(0, MOST_SHOWN)
    .map(({ place, line, column, kind, vendor, name, shown, form }) => [
      `${place}:${line}:${column}`,
      style.red(kind),
      `${vendor}: ${name}`,
      form === 'plain' ? shown : `${shown} (${form})`,
    ])
  const more = leaks.length > MOST_SHOWN ? `and ${leaks.length - MOST_SHOWN} more\n` : ''
  return `${renderTable(style, ['Where', 'What', 'Of', 'Value'], rows)}${more}${style.red(`${leaks.length} found`)} (${looked}).\n`
}
