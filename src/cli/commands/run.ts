import type { Context } from '../context.js'
import type { RunOptions } from '../definitions/run.js'
import type { Result } from '../result.js'
import { attach } from '../runtime/attach.js'
import { launch } from '../runtime/launch.js'
import { freePorts } from '../runtime/ports.js'
import { openProgramDoors } from '../runtime/program-doors.js'
import type { ProgramWorld } from '../runtime/program-world.js'
import { worldOf } from '../runtime/program-world.js'
import { resolveSettings } from '../runtime/settings.js'
import { spawnProgram } from '../runtime/spawn-program.js'

/** Runs a program with the vendors' own hosts led to stand-ins. Its exit code is ours. */
export async function run(context: Context, options: RunOptions): Promise<Result> {
  const world = options.attach ? await attach(context, options) : await start(context, options)
  try {
    const exitCode = await runIn(context, world, options)
    return { exitCode, data: undefined, human: () => '' }
  } finally {
    await world.close()
  }
}

/** Runs the program in a world that is there. Gives its exit code. */
export async function runIn(
  context: Context,
  world: ProgramWorld,
  options: Pick<RunOptions, 'command' | 'verbose'>,
): Promise<number> {
  const doors = await openProgramDoors(context, world)
  try {
    const env = { ...doors.environment, ...world.environment }
    describe(context, options, world, env)
    const exitCode = await spawnProgram(context.terminal, options.command, env)
    if (options.verbose) context.note(`standin: ${options.command[0]} ended with ${exitCode}; ${await world.report()}`)
    return exitCode
  } finally {
    await doors.close()
  }
}

async function start(context: Context, options: RunOptions): Promise<ProgramWorld> {
  const settings = await resolveSettings(context, options)
  const running = await launch(context, settings, freePorts(settings.vendors))
  if (options.world !== 'default') running.sandbox.createWorld(options.world)
  return worldOf(running, options.world)
}

function describe(
  context: Context,
  options: Pick<RunOptions, 'verbose'>,
  world: ProgramWorld,
  env: NodeJS.ProcessEnv,
): void {
  if (!options.verbose) return
  const names = Object.keys(world.environment)
  const proxy = env.HTTPS_PROXY ?? ''
  for (const { name, port } of world.vendors) context.note(`standin: ${name} is on port ${port}`)
  context.note(`standin: set ${names.join(', ')}, and a proxy at ${proxy}; control at ${world.controlUrl}`)
}
