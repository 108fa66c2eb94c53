import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { SnapshotView } from '../../engine/control/snapshots.js'
import type { WorldView } from '../../engine/control/views.js'
import { SandboxError } from '../../engine/errors.js'
import type { Context } from '../context.js'
import type { RemoteOptions } from '../definitions/shared.js'
import type { SnapshotOptions } from '../definitions/snapshot.js'
import { renderTable } from '../render/table.js'
import { done, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { writePrivately } from './write-privately.js'

/** Its secrets are in it, so a file is for the user's eyes only. */
export async function saveSnapshot(context: Context, { target, ...options }: SnapshotOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  if (!isFile(target)) {
    const saved = await client.post<SnapshotView>(worldPath(options.world, 'snapshots'), { name: target })
    return done(saved, () => `Saved the world ${saved.world} as '${saved.name}', ${saved.rows} rows.\n`)
  }
  const bytes = await client.file(worldPath(options.world, 'snapshot'))
  const path = await writePrivately(context.terminal.cwd, target, () => bytes)
  return done({ file: path, bytes: bytes.length }, () => `Saved the world ${options.world} in ${path}\n`)
}

export async function restoreSnapshot(context: Context, { target, ...options }: SnapshotOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const world = isFile(target)
    ? await client.sendFile<WorldView>(
        worldPath(options.world, 'snapshot'),
        await contentsOf(resolve(context.terminal.cwd, target)),
      )
    : await client.post<WorldView>(worldPath(options.world, 'snapshots', target, 'restore'))
  return done(world, () => `The world ${world.name} is as it was then; its clock shows ${world.clock.now}.\n`)
}

export async function listSnapshots(context: Context, options: RemoteOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const data = await client.get<{ snapshots: SnapshotView[] }>(worldPath(options.world, 'snapshots'))
  if (data.snapshots.length === 0) return done(data, (style) => `${style.dim('None: standin snapshot save <name>')}\n`)
  return done(data, (style) => {
    const rows = data.snapshots.map(({ name, world, now, frozen, vendors, rows: count }) => [
      name,
      world,
      now,
      frozen ? 'frozen' : 'runs',
      vendors.join(' '),
      String(count),
    ])
    return renderTable(style, ['Snapshot', 'World', 'Time', 'Clock', 'Vendors', 'Rows'], rows)
  })
}

export async function removeSnapshot(context: Context, { target, ...options }: SnapshotOptions): Promise<Result> {
  const path = worldPath(options.world, 'snapshots', target)
  const data = await connect(context.terminal, options).delete<{ removed: string }>(path)
  return done(data, () => `Forgot '${data.removed}'.\n`)
}

/** A path is told from a name by a slash or by its ending. */
function isFile(target: string): boolean {
  return /[/\\]|\.snapshot$/.test(target)
}

async function contentsOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    const message = `${path} cannot be read: ${(cause as NodeJS.ErrnoException).code ?? cause}.`
    throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Give the path of a file that was saved.', { cause })
  }
}
