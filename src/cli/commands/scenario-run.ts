import type { Report } from '../../engine/scenarios/report.js'
import type { Context } from '../context.js'
import type { ScenarioRunOptions } from '../definitions/scenario.js'
import type { Result } from '../result.js'
import { attach } from '../runtime/attach.js'
import { ControlClient } from '../runtime/control-client.js'
import { launch } from '../runtime/launch.js'
import { worldPath } from '../runtime/paths.js'
import { freePorts } from '../runtime/ports.js'
import { openProgramDoors } from '../runtime/program-doors.js'
import { type ProgramWorld, worldOf } from '../runtime/program-world.js'
import { wantedScenario } from '../runtime/scenario-files.js'
import { resolveSettings } from '../runtime/settings.js'
import { spawnProgram } from '../runtime/spawn-program.js'
import { reportResult } from './scenario-report.js'

/** Runs a program in a scenario, as `standin run` does, and judges it. */
export async function runScenario(context: Context, options: ScenarioRunOptions): Promise<Result> {
  const wanted = await wantedScenario(context, options.name)
  const world = options.attach ? await attach(context, options) : await start(context, options)
  try {
    const client = new ControlClient(world.controlUrl, world.environment.STANDIN_TOKEN)
    const path = worldPath(options.world, 'scenario')
    await client.post(path, { ...wanted, keep: options.keep })
    try {
      const exitCode = await runProgram(context, options, world)
      const report = await client.post<Report>(`${path}/finish`, { exitCode })
      return await reportResult(context, report, options)
    } finally {
      await client.delete(path)
    }
  } finally {
    await world.close()
  }
}

async function start(context: Context, options: ScenarioRunOptions): Promise<ProgramWorld> {
  const settings = await resolveSettings(context, options)
  const running = await launch(context, settings, freePorts(settings.vendors))
  if (options.world !== 'default') running.sandbox.createWorld(options.world)
  return worldOf(running, options.world)
}

async function runProgram(context: Context, options: ScenarioRunOptions, world: ProgramWorld): Promise<number> {
  const doors = await openProgramDoors(context, world)
  try {
    const env = { ...doors.environment, ...world.environment }
    // The report is the output for programs: what the program itself prints goes elsewhere then.
    const output = options.json ? 'stderr' : 'both'
    return await spawnProgram(context.terminal, options.command, env, { output, seconds: options.for })
  } finally {
    await doors.close()
  }
}
