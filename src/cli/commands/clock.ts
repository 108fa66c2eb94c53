import type { ClockView } from '../../engine/control/views.js'
import { SandboxError } from '../../engine/errors.js'
import type { Context } from '../context.js'
import type { AdvanceOptions } from '../definitions/clock.js'
import type { RemoteOptions } from '../definitions/shared.js'
import { withProgress } from '../render/progress.js'
import type { Style } from '../render/style.js'
import { done, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'

export async function showClock(context: Context, options: RemoteOptions): Promise<Result> {
  const clock = await connect(context.terminal, options).get<ClockView>(worldPath(options.world, 'clock'))
  return done(clock, (style) => clockLine(style, clock))
}

export async function freezeClock(context: Context, options: RemoteOptions): Promise<Result> {
  const clock = await connect(context.terminal, options).post<ClockView>(worldPath(options.world, 'clock', 'freeze'))
  return done(clock, (style) => clockLine(style, clock))
}

export async function runClock(context: Context, options: RemoteOptions): Promise<Result> {
  const clock = await connect(context.terminal, options).post<ClockView>(worldPath(options.world, 'clock', 'run'))
  return done(clock, (style) => clockLine(style, clock))
}

export async function advanceClock(context: Context, options: AdvanceOptions): Promise<Result> {
  const { by, to, world } = options
  if ((by === undefined) === (to === undefined)) {
    const remedy = 'Write `standin clock advance 30d`, or `standin clock advance --to 2027-01-01T00:00:00Z`.'
    throw new SandboxError('SANDBOX_BAD_INPUT', 'Either a length of time or --to is wanted.', remedy)
  }
  const advancing = connect(context.terminal, options).post<ClockView>(worldPath(world, 'clock', 'advance'), { by, to })
  const clock = await withProgress(context.terminal, 'moving the clock: what falls due on the way happens', advancing)
  return done(clock, (style) => clockLine(style, clock))
}

function clockLine(style: Style, { now, frozen, next }: ClockView): string {
  const state = frozen ? style.cyan('frozen') : style.green('runs')
  return `${style.bold(now)}  ${state}${next === null ? '' : style.dim(`  next due ${next}`)}\n`
}
