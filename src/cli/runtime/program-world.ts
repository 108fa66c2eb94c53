import type { LocalTls } from '../../doors/tls/local-tls.js'
import { environmentOf } from '../../engine/control/credentials.js'
import type { Running } from './launch.js'

/** A vendor as a program finds it. */
export interface ProgramVendor {
  readonly name: string
  /** Of its stand-in, on this machine. */
  readonly port: number
}

/** What a program is run in: a world of a sandbox, in this process or another one. */
export interface ProgramWorld {
  readonly controlUrl: string
  readonly vendors: readonly ProgramVendor[]
  /** Credentials, and how to reach the control API. */
  readonly environment: Readonly<Record<string, string>>
  readonly tls: Pick<LocalTls, 'authority'>
  /** What was asked, in a few words. */
  report(): Promise<string>
  close(): Promise<void>
}

/** A world of a sandbox in this process. */
export function worldOf(running: Running, name: string): ProgramWorld {
  const { sandbox, control, controlUrl, token, tls, doors, close } = running
  return {
    controlUrl,
    vendors: [...doors].map(([vendor, door]) => ({ name: vendor, port: door.port })),
    environment: {
      ...environmentOf(control, sandbox.world(name), true),
      STANDIN_CONTROL_URL: controlUrl,
      STANDIN_TOKEN: token,
    },
    tls,
    report: async () => {
      const entries = [...sandbox.worlds.values()].flatMap((world) => world.log.list())
      const refused = entries.filter(({ status }) => status >= 400).length
      return `${entries.length} requests, ${refused} of them refused`
    },
    close,
  }
}
