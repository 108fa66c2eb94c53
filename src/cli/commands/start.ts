import { credentialsOf } from '../../engine/control/credentials.js'
import { SandboxError } from '../../engine/errors.js'
import { isLoopback } from '../../engine/events/allowed-hosts.js'
import type { Context } from '../context.js'
import type { StartOptions } from '../definitions/start.js'
import { EXIT, type Result } from '../result.js'
import { launch, type Running } from '../runtime/launch.js'
import { choosePorts } from '../runtime/ports.js'
import { writeRunFile } from '../runtime/run-file.js'
import { resolveSettings, type Settings } from '../runtime/settings.js'
import { stateOptions } from '../runtime/state-options.js'
import { stopped } from '../runtime/stopped.js'
import type { Started } from './start-view.js'

/** Starts the stand-ins and keeps them until a signal. */
export async function start(context: Context, options: StartOptions): Promise<Result> {
  const settings = lasting(context, await resolveSettings(context, options), options)
  const ports = choosePorts(settings.vendors, settings.config, options)
  const running = await launch(context, settings, ports)
  try {
    warn(context, settings)
    warnOfState(context, running, options)
    // It answers already. The authority is opened before its path is printed, so that the file is there.
    const started = describeStart(running, settings, await caPath(context, running))
    const { startedView } = await import('./start-view.js')
    const forget = remember(context, running)
    return {
      exitCode: EXIT.ok,
      data: started,
      human: (style) => startedView(style, started),
      wait: async () => {
        await stopped(context.terminal.stop)
        forget()
        await running.close()
        return EXIT.ok
      },
    }
  } catch (error) {
    await running.close()
    throw error
  }
}

function remember(context: Context, { controlUrl, token }: Running): () => void {
  return writeRunFile(context.terminal.env, { pid: process.pid, controlUrl, token, startedAt: Date.now() })
}

/** Undefined where no certificate can be made: all but https goes on. */
async function caPath(context: Context, { tls }: Running): Promise<string | undefined> {
  try {
    return (await tls.authority()).caPath
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error
    context.note(`No https: ${error.message} ${error.remedy}`)
    return undefined
  }
}

function describeStart(running: Running, settings: Settings, ca: string | undefined): Started {
  const { sandbox, control, controlUrl } = running
  const credentials = credentialsOf(control, sandbox.defaultWorld)
  return {
    pid: process.pid,
    controlUrl,
    inspectorUrl: inspectorUrl(running),
    caPath: ca,
    state: sandbox.state?.report,
    vendors: sandbox.vendors.map((runtime) => {
      const own = credentials.find(({ vendor }) => vendor === runtime.name)
      const address = control.address(runtime.name)
      return {
        name: runtime.name,
        label: runtime.definition.label,
        description: { version: runtime.description.version, source: runtime.description.source },
        urls: settings.httpsOnly ? [address?.httpsUrl ?? ''] : [address?.httpsUrl ?? '', address?.url ?? ''],
        credentials: own?.credentials ?? [],
        webhooks: own?.webhooks ?? [],
        // What stands behind the others is worked out when it is asked for: `standin coverage`.
        operations: runtime.modelled,
        // The careful way is the one that is shown: https, with the certificate checked.
        usage: address && runtime.definition.usage?.(new URL(address.httpsUrl ?? address.url)),
      }
    }),
  }
}

/** This command's sandbox may have a state that lasts. */
function lasting({ terminal }: Context, settings: Settings, options: StartOptions): Settings {
  const state = stateOptions(terminal.cwd, options, settings.config)
  return { ...settings, sandbox: { ...settings.sandbox, state } }
}

function warnOfState(context: Context, { sandbox }: Running, options: StartOptions): void {
  const report = sandbox.state?.report
  for (const note of report?.notes ?? []) context.note(`State: ${note}`)
  const late = (['seed', 'at', 'frozen', 'fixtures', 'limits'] as const).filter((name) => options[name] !== undefined)
  if (!report || report.worlds === 0 || late.length === 0) return
  const flags = late.map((name) => (name === 'limits' ? '--no-limits' : `--${name}`)).join(', ')
  context.note(`State: ${flags} counts for new worlds only; the ${report.worlds} that were kept go on as they were.`)
}

/** The token stands behind the #: a browser sends that to nobody. */
function inspectorUrl({ control, controlUrl, token }: Running): string | undefined {
  return control.inspector && `${controlUrl}/#token=${encodeURIComponent(token)}`
}

function warn(context: Context, { host, sandbox }: Settings): void {
  if (!isLoopback(host)) {
    context.note(`Listening on ${host}: others on the network can reach these stand-ins.`)
  }
  if (sandbox.openKeys) context.note('Any well-formed test key opens a world of its own (--open-keys).')
}
