import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CommanderError } from 'commander'
import { catalog } from '../catalog.js'
import { SandboxError } from '../engine/errors.js'
import { packageRoot } from '../engine/generated.js'
import { type Context, createContext, type Surroundings } from './context.js'
import { exitCodeOf } from './exit-code.js'
import { createProgram, type Run } from './program.js'
import { styleOf } from './render/style.js'
import { EXIT, type Result } from './result.js'
import type { Terminal } from './terminal.js'

/**
 * Runs one command and gives its exit code. Prints to the terminal it is given, and never ends the process.
 * @param argv without node and script
 * @param parts what tests put in the place of the real thing
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  parts: Partial<Surroundings> = {},
): Promise<number> {
  const hookUrl = pathToFileURL(join(packageRoot(), 'dist', 'src', 'doors', 'hook', 'register.js')).href
  const surroundings: Surroundings = { catalog, hookUrl, ...parts, terminal }
  let exitCode: number = EXIT.ok
  const run: Run = async (load, options) => {
    const context = createContext(surroundings, options.json === true)
    try {
      const command = await load()
      exitCode = await render(context, await command(context, options))
    } catch (error) {
      exitCode = fail(context, error)
    }
  }
  try {
    await createProgram(terminal, Object.keys(surroundings.catalog), run).parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  }
  return exitCode
}

async function render({ terminal, json }: Context, result: Result): Promise<number> {
  if (json) {
    if (result.data !== undefined) terminal.out.write(`${JSON.stringify(result.data, null, result.wait ? 0 : 2)}\n`)
  } else terminal.out.write(result.human(styleOf(terminal)))
  return result.wait ? await result.wait() : result.exitCode
}

/** Says what failed and what to do. What we did not foresee comes with its stack. */
function fail({ terminal, json }: Context, error: unknown): number {
  const style = styleOf(terminal, 'err')
  const known = error instanceof SandboxError
  const message = error instanceof Error ? error.message : String(error)
  const code = known ? error.code : 'SANDBOX_FAILED'
  const remedy = known ? error.remedy : 'This is a fault of Standin: please report it.'
  if (json) terminal.out.write(`${JSON.stringify({ error: { code, message, remedy } }, null, 2)}\n`)
  else {
    terminal.err.write(`${style.red('error:')} ${message}\n${style.dim(remedy)}\n`)
    if (!known && error instanceof Error) terminal.err.write(`${error.stack}\n`)
  }
  return exitCodeOf(error)
}
