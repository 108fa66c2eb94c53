import { resolve } from 'node:path'
import { checkFolder, type StateCheck } from '../../engine/journal/file/check-folder.js'
import type { Context } from '../context.js'
import type { StateCheckOptions } from '../definitions/state.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { EXIT, type Result } from '../result.js'

export async function checkState(context: Context, options: StateCheckOptions): Promise<Result> {
  const data = checkFolder(resolve(context.terminal.cwd, options.folder), options.setAside ?? false)
  const bad = data.damage !== undefined && data.setAside === undefined
  return { exitCode: bad ? EXIT.failed : EXIT.ok, data, human: (style) => checked(style, data) }
}

function checked(style: Style, { files, worlds, torn, damage, setAside }: StateCheck): string {
  const rows = files.map(({ path, records, bytes }) => [path, String(records), String(bytes)])
  const kept = worlds.map(({ name, rows: count, deliveries }) => [name, String(count), String(deliveries)])
  const lines = [
    renderTable(style, ['File', 'Records read', 'Bytes'], rows),
    renderTable(style, ['World', 'Rows', 'Deliveries'], kept),
  ]
  if (torn > 0) lines.push(`The last record was begun and not ended (${torn} bytes): the next start leaves it out.`)
  if (damage) lines.push(`${style.red(damage.message)}\n${style.dim(damage.remedy)}`)
  if (setAside !== undefined)
    lines.push(`What stood behind it is in ${setAside} now; the next start goes on from the above.`)
  if (!damage) lines.push(style.green('All of it can be read.'))
  return `${lines.join('\n')}\n`
}
