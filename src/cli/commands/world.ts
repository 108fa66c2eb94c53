import type { WorldView } from '../../engine/control/views.js'
import type { Context } from '../context.js'
import type { RemoteOptions } from '../definitions/shared.js'
import type { NamedWorldOptions, NewWorldOptions } from '../definitions/world.js'
import { renderTable } from '../render/table.js'
import { done, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'

export async function listWorlds(context: Context, options: RemoteOptions): Promise<Result> {
  const data = await connect(context.terminal, options).get<{ worlds: WorldView[] }>('/worlds')
  const head = ['World', 'Time', 'Clock', 'Requests', 'Deliveries', 'Seed']
  return done(data, (style) => {
    const rows = data.worlds.map(({ name, clock, requests, deliveries, seed }) => [
      name,
      clock.now,
      clock.frozen ? 'frozen' : 'runs',
      String(requests),
      String(deliveries),
      seed,
    ])
    return renderTable(style, head, rows)
  })
}

export async function newWorld(context: Context, options: NewWorldOptions): Promise<Result> {
  const { name, seed, at, frozen, limits, like } = options
  const body = { name, seed, at, frozen, like, ...(limits === false && { limits }) }
  const world = await connect(context.terminal, options).post<WorldView>('/worlds', body)
  return done(world, () => `Made the world ${world.name}; its credentials: standin env --world ${world.name}\n`)
}

export async function removeWorld(context: Context, options: NamedWorldOptions): Promise<Result> {
  const data = await connect(context.terminal, options).delete<{ removed: string }>(worldPath(options.name))
  return done(data, () => `Removed the world ${data.removed}.\n`)
}

export async function resetWorld(context: Context, options: RemoteOptions): Promise<Result> {
  const world = await connect(context.terminal, options).post<WorldView>(worldPath(options.world, 'reset'))
  return done(world, () => `The world ${world.name} is empty again; its credentials are the same.\n`)
}
