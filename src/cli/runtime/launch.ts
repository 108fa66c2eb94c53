import { randomBytes } from 'node:crypto'
import { createNodeDoor, type Flaws, type NodeDoor } from '../../doors/node/node-door.js'
import type { LocalTls } from '../../doors/tls/local-tls.js'
import { Recorder } from '../../engine/bundles/recorder.js'
import { type Control, createControl } from '../../engine/control/control.js'
import { SandboxError } from '../../engine/errors.js'
import { BODY_LIMIT, type BodyLimitOf, type Exchange, type Handle, type Outcome } from '../../engine/exchange.js'
import { Sandbox } from '../../engine/sandbox.js'
import { inspectorFolder } from '../../inspector/built.js'
import type { Context } from '../context.js'
import { version } from '../version.js'
import { lazyCertificates } from './certificates.js'
import type { Ports } from './ports.js'
import { secureOnly } from './secure-only.js'
import type { Settings } from './settings.js'

/** A sandbox that runs in this process, with its doors. */
export interface Running {
  readonly sandbox: Sandbox
  readonly control: Control
  readonly controlUrl: string
  readonly token: string
  readonly tls: LocalTls
  /** By vendor. */
  readonly doors: ReadonlyMap<string, NodeDoor>
  close(): Promise<void>
}

/** What stands between the doors and the sandbox. */
export type Through = (sandbox: Sandbox, handle: Handle) => Handle

/** Between two vendors that are read. */
const TURNS = 10

interface Door {
  readonly name: string
  readonly vendor?: string
  readonly port: number
  readonly late: LateHandle
}

/**
 * Opens the ports, then makes the sandbox behind them: who connects in between waits a moment instead of being refused.
 * @param through what requests pass on their way to the sandbox; default nothing
 * @throws SANDBOX_PORT_IN_USE that names the port, and whatever makes the sandbox impossible
 */
export async function launch(
  context: Context,
  settings: Settings,
  ports: Ports,
  through: Through = (_sandbox, handle) => handle,
): Promise<Running> {
  const tls = lazyCertificates(context.catalog, settings.caDir)
  const lateControl = new LateHandle()
  const doors: Door[] = [{ name: 'control', port: ports.control, late: lateControl }]
  for (const { name } of settings.vendors) {
    doors.push({ name, vendor: name, port: ports.vendors[name] ?? 0, late: new LateHandle() })
  }
  const open = await openAll(doors, settings, tls)
  const all = [...open.values()]
  const closeDoors = () => Promise.all(all.map((door) => door.close()))
  let made: Sandbox | undefined
  try {
    const controlDoor = open.get('control')
    const controlUrl = urlOf(controlDoor, settings.host)
    const sandbox = await fill(settings, controlUrl, doors, through)
    made = sandbox
    // Once every vendor is there: what is made before is part of where the record begins.
    const recorder = settings.record ? new Recorder(sandbox) : undefined
    const token = context.terminal.env.STANDIN_TOKEN || randomBytes(32).toString('base64url')
    const control = createControl(sandbox, {
      recorder,
      token,
      hosts: settings.controlHosts,
      version: version(),
      scenarios: settings.config.scenarios === undefined ? [] : [settings.config.scenarios],
      inspector: inspectorFolder(),
      summary: { caDir: settings.caDir, httpsOnly: settings.httpsOnly },
    })
    control.port = controlDoor?.port
    open.delete('control')
    for (const [name, door] of open) control.setAddress(name, addressOf(door, settings))
    for (const { vendor, url } of settings.forward) control.forwards.resume(sandbox.defaultWorld, vendor, url)
    lateControl.set(control.handle, { bodyLimitOf: control.bodyLimitOf })
    const close = async () => {
      recorder?.close()
      sandbox.close()
      await closeDoors()
    }
    return { sandbox, control, controlUrl, token, tls, doors: open, close }
  } catch (error) {
    made?.close()
    await closeDoors()
    throw error
  }
}

/** Takes vendors in one after another: the first answers while the others are still being read. */
async function fill(
  settings: Settings,
  controlUrl: string,
  doors: readonly Door[],
  through: Through,
): Promise<Sandbox> {
  // Time that has passed in a state passes for all vendors at once.
  const together = settings.sandbox.state ? settings.vendors : settings.vendors.slice(0, 1)
  const others = settings.vendors.slice(together.length)
  const sandbox = await Sandbox.create({ ...settings.sandbox, vendors: together, controlUrl })
  const own = through(sandbox, sandbox.handle)
  const handle = settings.httpsOnly ? secureOnly(own) : own
  const open = (name: string) => doors.find((door) => door.vendor === name)?.late.set(handle, sandbox)
  for (const { name } of together) open(name)
  for (const vendor of others) {
    await breathe()
    await sandbox.add(vendor)
    open(vendor.name)
  }
  return sandbox
}

/** Turns of the event loop in which requests that wait are answered: one takes several, from its bytes to those of its answer. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve))
}

async function openAll(doors: readonly Door[], { host }: Settings, tls: LocalTls): Promise<Map<string, NodeDoor>> {
  const opened = new Map<string, NodeDoor>()
  for (const { name, vendor, port, late } of doors) {
    try {
      const door = await createNodeDoor({
        handle: late.handle,
        bodyLimit: late.bodyLimit,
        host,
        port,
        tls,
        ...(vendor !== undefined && { vendor, flaws: late.flaws(vendor) }),
      })
      opened.set(name, door)
    } catch (error) {
      await Promise.all([...opened.values()].map((each) => each.close()))
      throw portError(error, name, host, port)
    }
  }
  return opened
}

function portError(error: unknown, name: string, host: string, port: number): unknown {
  if (!(error instanceof SandboxError) || error.code !== 'SANDBOX_PORT_IN_USE') return error
  const message = `The port ${port} on ${host}, for ${name}, is in use.`
  const remedy = `Stop what uses it (another \`standin start\`?), or move all ports: --port-base ${port + 1000}.`
  return new SandboxError('SANDBOX_PORT_IN_USE', message, remedy, { cause: error })
}

function addressOf(door: NodeDoor, { host, httpsOnly }: Settings): { url: string; httpsUrl: string } {
  const httpsUrl = urlOf(door, host).replace('http:', 'https:')
  return { url: httpsOnly ? httpsUrl : urlOf(door, host), httpsUrl }
}

/** As a program on this machine reaches it. */
function urlOf(door: NodeDoor | undefined, host: string): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  return everywhere ? `http://127.0.0.1:${door?.port}` : (door?.url ?? '')
}

/** A handle that is known later than its door is open. */
class LateHandle {
  private target: Handle | undefined
  private tell: (handle: Handle) => void = () => {}
  private readonly known = new Promise<Handle>((resolve) => {
    this.tell = resolve
  })

  readonly handle: Handle = (exchange: Exchange): Promise<Outcome> =>
    this.target ? this.target(exchange) : this.known.then((handle) => handle(exchange))

  /** Until the sandbox is there, what is usual. */
  readonly bodyLimit: BodyLimitOf = (request) => this.limit(request)
  private limit: BodyLimitOf = () => BODY_LIMIT

  /** What is wrong with the vendor's certificates: until the sandbox is there, nothing. */
  flaws(vendor: string): Flaws {
    const late = this
    return {
      next: () => late.sandbox?.tlsProblem(vendor),
      get soon() {
        return late.sandbox?.tlsAtRisk(vendor) ?? false
      },
    }
  }
  private sandbox: Sandbox | undefined

  set(handle: Handle, behind: Sandbox | Pick<Sandbox, 'bodyLimitOf'>): void {
    this.target = handle
    if ('tlsProblem' in behind) this.sandbox = behind
    this.limit = behind.bodyLimitOf
    this.tell(handle)
  }
}
