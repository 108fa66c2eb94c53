import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { observeCommand } from '../../observe/observe-command.js'
import { addDuration, parseDuration, parseMoment } from '../../time/duration.js'
import { command } from '../command.js'
import { clockView, moment } from '../views.js'

const body = z.strictObject({
  /** `30d`, `P1M`. */
  by: z.string().optional(),
  /** ISO 8601. */
  to: z.string().optional(),
})

/** Moves a world's clock forward; what falls due on the way happens, in order. */
export const advanceClock = command({
  body,
  run: async ({ world, body: { by, to } }) => {
    const before = world.clock.now()
    const time = target(before, by, to)
    observeCommand(world, 'clock advance', { to: moment(time) })
    await world.scheduler.advanceTo(time)
    // Under a running clock something may lie between the new now and the next timer.
    world.scheduler.arm()
    return { from: moment(before), ...clockView(world) }
  },
})

function target(now: number, by: string | undefined, to: string | undefined): number {
  if (by !== undefined && to === undefined) return addDuration(now, parseDuration(by))
  if (to === undefined || by !== undefined) {
    const remedy = 'Give `by`, such as 30d, or `to`, such as 2027-01-01T00:00:00Z.'
    throw new SandboxError('SANDBOX_BAD_INPUT', 'Either a length of time or a time is wanted.', remedy)
  }
  const time = parseMoment(to)
  if (time >= now) return time
  const message = `A clock never goes back: ${moment(time)} is before ${moment(now)}.`
  throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Give a later time, or make a world that begins then.')
}
