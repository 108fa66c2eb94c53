import type { VendorCredentials } from '../../engine/control/credentials.js'
import type { Context } from '../context.js'
import type { EnvOptions } from '../definitions/env.js'
import { done, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { dotenvLine, exportLine, mergeDotenv } from './dotenv.js'
import { writePrivately } from './write-privately.js'

interface Credentials {
  readonly vendors: readonly VendorCredentials[]
  readonly environment: Readonly<Record<string, string>>
}

/** Prints a world's credentials as variables, or writes them where git does not look. */
export async function env(context: Context, options: EnvOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const { environment } = await client.get<Credentials>(worldPath(options.world, 'credentials'))
  const entries = Object.entries(environment)
  if (options.write !== undefined) {
    const path = await writePrivately(context.terminal.cwd, options.write, (old) => mergeDotenv(old, environment))
    const names = entries.map(([name]) => name)
    return done({ written: path, variables: names }, () => `Wrote ${names.join(', ')} to ${path}.\n`)
  }
  const line = options.export ? exportLine : dotenvLine
  return done(environment, () => entries.map(([name, value]) => `${line(name, value)}\n`).join(''))
}
